package entente.node.web;

import entente.agreement.Account;
import entente.agreement.Agreement;
import entente.agreement.Ledger;
import entente.agreement.Line;
import entente.agreement.Years.Slot;
import entente.node.export.Table;
import entente.node.web.FigureName.OfYear;
import entente.node.web.FigureName.Total;
import entente.node.web.Frame.Step;
import entente.node.web.MoneyLines.Phrase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The receipt of a sum of money: what it adds, what it refuses and why, and how to check it by hand.
///
/// `year` is null where it is the whole of a stage and currency; `agreement` where it is of all.
public record FigureSheet(
        Scene scene,
        @Nullable Agreement agreement,
        Total total,
        @Nullable OfYear year) implements Sheet {
    /// What the template is given.
    public record View(
            Frame frame,
            String title,
            String of,
            String what,
            String sum,
            int count,
            List<MoneyLines.Row> added,
            @Nullable Rest addedRest,
            List<RefusedGroup> refused,
            List<Phrase> wider,
            String command) {}

    /// The lines that are refused for one reason.
    public record RefusedGroup(
            String reason,
            int count,
            List<MoneyLines.Row> lines,
            @Nullable Rest rest) {}

    @Override
    public String template() {
        return "figure.jte";
    }

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    private MoneyLines lines() {
        return new MoneyLines(scene, agreement);
    }

    private FigureName name() {
        return year == null ? total : year;
    }

    private Account account() {
        Ledger ledger = lines().ledger();
        return total.of(
                year == null
                        ? ledger
                        : year.of(ledger).map(row -> row.ledger()).orElseGet(() -> new Ledger(null, List.of())));
    }

    /// Stage, currency and year in words.
    private String what() {
        String words = lines().name(total.stage(), total.currency());
        if (year == null) {
            return words;
        }
        String slot = year.of(lines().ledger())
                .map(row -> lines().slot(year.calendar(), row.slot()))
                .orElseGet(year::slot);
        boolean one = year.of(lines().ledger())
                .map(row -> row.slot() instanceof Slot.Year)
                .orElse(true);
        return words + say(": ", "\u00A0: ") + lines().calendar(year.calendar()) + (one ? " " : ", ") + slot;
    }

    private String title(Account account) {
        return MoneyLines.first(scene.speech().words(total.stage().title()))
                + say(": ", "\u00A0: ")
                + lines().total(account);
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(what() + " – " + lines().title()));
    }

    @Override
    public Optional<Object> json() {
        return Optional.of(new PublishedMoney(scene).figure(agreement, name(), account()));
    }

    @Override
    public List<Table> tables() {
        return List.of(new MoneyTable(lines()).of(account().lines()));
    }

    @Override
    public Object view() {
        Account account = account();
        List<Step> trail = new ArrayList<>(List.of(scene.home()));
        if (agreement != null) {
            trail.add(scene.step(agreement));
        }
        trail.add(new Step(say("The money", "L’argent"), scene.links().to(new Subject.Money(lines().id()))));
        Map<Line.Reason, List<Line>> refused = new EnumMap<>(Line.Reason.class);
        for (Line line : MoneyLines.dated(account.refused())) {
            Line.Reason reason = line.refused();
            if (reason != null) {
                refused.computeIfAbsent(reason, _ -> new ArrayList<>()).add(line);
            }
        }
        List<Phrase> wider = new ArrayList<>();
        if (year != null) {
            wider.add(new Phrase(
                    say("The whole total, all years", "Le total entier, toutes années"), lines().address(total)));
        }
        if (agreement != null) {
            wider.add(new Phrase(
                    say("The same across all agreements", "Le même pour l’ensemble des accords"),
                    scene.links().to(new Subject.OneFigure(null, name().toString()))));
        }
        Subject subject = new Subject.OneFigure(lines().id(), name().toString());
        return new View(
                scene.frame(subject, title(account) + " (" + what() + ") – " + lines().title(), trail),
                title(account),
                lines().title(),
                MoneyLines.first(what()),
                lines().total(account),
                account.added().size(),
                lines().rows(Rest.last(MoneyLines.dated(account.added()), Rest.MOST)),
                Rest.latest(scene, account.added().size(), Rest.MOST, subject, Format.CSV, Format.JSON),
                refused.entrySet().stream()
                        .map(entry -> new RefusedGroup(
                                MoneyLines.first(
                                        scene.speech().words(entry.getKey().title())),
                                entry.getValue().size(),
                                lines().rows(Rest.last(entry.getValue(), Rest.FEW)),
                                Rest.latest(
                                        scene, entry.getValue().size(), Rest.FEW, subject, Format.CSV, Format.JSON)))
                        .toList(),
                wider,
                "./entente verify " + scene.origin());
    }
}
