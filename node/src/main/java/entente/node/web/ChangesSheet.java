package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Changes;
import entente.agreement.Changes.Moved;
import entente.agreement.Changes.MovedTotal;
import entente.agreement.Changes.Replaced;
import entente.agreement.Changes.Scope;
import entente.agreement.Changes.View;
import entente.agreement.Clause;
import entente.agreement.Fact;
import entente.agreement.Overlay;
import entente.agreement.Proof;
import entente.agreement.Totals.Total;
import entente.node.export.Table;
import entente.node.web.Views.FactLink;
import entente.terms.Money;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What changed in a subject between two times: the list of agreements, one agreement, or one clause.
public record ChangesSheet(Scene before, Scene after, Subject subject, Scope scope) implements Sheet {

    /// The page: the counts first, then what they count. `none` says why there is nothing, and is null where there is
    /// something.
    public record Page(
            Frame frame,
            String title,
            String answer,
            @Nullable String none,
            List<FactLink> views,
            List<FactLink> forms,
            List<FactLink> signed,
            List<FactLink> clauses,
            List<StandingRow> standings,
            List<TotalRow> totals,
            List<FactRows> facts) {}

    public record StandingRow(
            FactLink clause, String does, Chip from, List<String> fromSaid, Chip to, List<String> toSaid) {}

    public record TotalRow(String agreement, String stage, String from, String to, String difference) {}

    /// Facts of one kind of change. `reasons` is empty where they were only added.
    public record FactRows(String code, String title, List<FactRow> rows) {}

    public record FactRow(
            String reported,
            String says,
            FactLink entry,
            @Nullable FactRow instead,
            List<String> reasons) {}

    /// Nothing where the subject cannot be compared, or is not there.
    static Optional<Sheet> of(Scene before, Scene after, Subject subject) {
        return switch (subject) {
            case Subject.Agreements() -> Optional.of(new ChangesSheet(before, after, subject, new Scope.Everything()));
            case Subject.OneAgreement(String id) ->
                after.register()
                        .agreement(id)
                        .map(_ -> new ChangesSheet(before, after, subject, new Scope.OneAgreement(id)));
            case Subject.OneClause(String id, int number) ->
                after.register()
                        .agreement(id)
                        .filter(agreement -> number <= agreement.clauses().size())
                        .map(agreement -> new ChangesSheet(
                                before,
                                after,
                                subject,
                                new Scope.OneClause(
                                        agreement.clauses().get(number - 1).id())));
            case Subject.OneEntry _,
                    Subject.Money _,
                    Subject.Figures _,
                    Subject.OneFigure _,
                    Subject.Promises _,
                    Subject.Timeline _,
                    Subject.Chart _,
                    Subject.Find _,
                    Subject.Data _,
                    Subject.Accessibility _,
                    Subject.Verify _,
                    Subject.Glossary _,
                    Subject.Lanes _,
                    Subject.OneLane _ -> Optional.empty();
        };
    }

    private String say(String english, String french) {
        return after.say(english, french);
    }

    private Speech speech() {
        return after.speech();
    }

    private Changes changes() {
        return Changes.between(
                new View(before.register(), before.day()), new View(after.register(), after.day()), scope);
    }

    @Override
    public String template() {
        return "changes.jte";
    }

    @Override
    public List<Table> tables() {
        return new ComparedExtracts(after).of(changes(), before);
    }

    /// A standing and what must be said beside it, as codes.
    static String codes(Proof proof) {
        return Stream.concat(
                        Stream.of(proof.standing().code()),
                        proof.overlays().stream().map(Overlay::code))
                .collect(Collectors.joining(" "));
    }

    @Override
    public Optional<String> print() {
        return Optional.of(after.print(title()));
    }

    private Optional<Agreement> agreement() {
        return switch (scope) {
            case Scope.Everything() -> Optional.empty();
            case Scope.OneAgreement(String id) -> after.register().agreement(id);
            case Scope.OneClause(var id) -> after.register().agreement(id.agreement());
        };
    }

    private String title() {
        String whole =
                agreement().map(one -> speech().words(one.title())).orElse(say("all agreements", "tous les accords"));
        String about = subject instanceof Subject.OneClause(var _, int number)
                ? say("clause ", "clause ") + number + ", " + whole
                : whole;
        return say("What changed: ", "Ce qui a changé\u00A0: ") + about;
    }

    @Override
    public Object view() {
        Changes changes = changes();
        List<Frame.Step> trail = new ArrayList<>(List.of(after.home()));
        agreement().map(after::step).ifPresent(trail::add);
        return new Page(
                after.comparing(before, subject, title(), trail),
                title(),
                answer(changes),
                changes.none() ? none() : null,
                List.of(
                        new FactLink(before.moment(), before.links().to(subject)),
                        new FactLink(after.moment(), after.links().to(subject))),
                Stream.of(Format.XLSX, Format.CSV, Format.JSON)
                        .map(form -> new FactLink(form.name(), after.links().since(before.when(), subject, form)))
                        .toList(),
                changes.agreements().stream()
                        .map(one -> new FactLink(
                                speech().words(one.title()) + ", " + speech().period(one.signed()),
                                after.links().agreement(one.id())))
                        .toList(),
                clauses(changes),
                changes.standings().stream().map(this::standing).toList(),
                changes.totals().stream().map(this::total).toList(),
                facts(changes));
    }

    private String answer(Changes changes) {
        List<String> counts = new ArrayList<>();
        if (!changes.agreements().isEmpty()) {
            counts.add(speech().count(
                            changes.agreements().size(),
                            "agreement signed",
                            "agreements signed",
                            "accord signé",
                            "accords signés"));
        }
        counts.add(speech().count(changes.added().size(), "fact added", "facts added", "fait ajouté", "faits ajoutés"));
        counts.add(speech().count(changes.corrected().size(), "corrected", "corrected", "corrigé", "corrigés"));
        counts.add(speech().count(changes.retracted().size(), "retracted", "retracted", "retiré", "retirés"));
        if (!changes.unsaid().isEmpty()) {
            counts.add(speech().count(
                            changes.unsaid().size(),
                            "not known yet",
                            "not known yet",
                            "pas encore connu",
                            "pas encore connus"));
        }
        counts.add(speech().count(
                        changes.standings().size(),
                        "standing changed",
                        "standings changed",
                        "état changé",
                        "états changés"));
        if (!(scope instanceof Scope.OneClause)) {
            counts.add(speech().count(
                            changes.totals().size(),
                            "total moved",
                            "totals moved",
                            "total modifié",
                            "totaux modifiés"));
        }
        return say("From ", "Du ")
                + before.moment()
                + say(" to ", " au ")
                + after.moment()
                + say(": ", "\u00A0: ")
                + String.join(", ", counts)
                + ".";
    }

    private String none() {
        return before.day().equals(after.day())
                ? say(
                        "Both views are of the same day, and the record tells nothing else of it.",
                        "Les deux vues sont du même jour, et le registre n’en dit rien d’autre.")
                : say(
                        "Nothing was published between the two days that the record knows of, and no date fell on which a standing changes by itself.",
                        "Rien de ce que connaît le registre n’a été publié entre ces deux jours, et aucune échéance ne faisait changer un état d’elle-même.");
    }

    private List<FactLink> clauses(Changes changes) {
        List<FactLink> clauses = new ArrayList<>();
        for (Clause clause : changes.clauses()) {
            clauses.add(clause(clause, say("Added: ", "Ajoutée\u00A0: ")));
        }
        for (Clause clause : changes.reworded()) {
            clauses.add(clause(clause, say("Worded otherwise: ", "Rédigée autrement\u00A0: ")));
        }
        return clauses;
    }

    private FactLink clause(Clause clause, String lead) {
        return after.register()
                .agreement(clause.id().agreement())
                .map(agreement -> new FactLink(
                        lead + speech().words(clause.text()), after.links().clause(agreement, clause)))
                .orElseThrow();
    }

    private StandingRow standing(Moved moved) {
        Agreement agreement = after.register()
                .agreement(moved.commitment().id().clause().agreement())
                .orElseThrow();
        Clause clause =
                agreement.clause(moved.commitment().id().clause().clause()).orElseThrow();
        String number = say("clause ", "clause ") + agreement.number(clause);
        return new StandingRow(
                new FactLink(
                        scope instanceof Scope.Everything ? speech().words(agreement.title()) + ", " + number : number,
                        after.links().clause(agreement, clause)),
                CommitmentCards.sentence(moved.commitment(), speech()),
                Chip.of(moved.from().standing(), speech()),
                said(moved.from()),
                Chip.of(moved.to().standing(), speech()),
                said(moved.to()));
    }

    private List<String> said(Proof proof) {
        return proof.overlays().stream()
                .map(overlay -> speech().words(overlay.title()))
                .toList();
    }

    private TotalRow total(MovedTotal moved) {
        Total one = moved.from() != null ? moved.from() : moved.to();
        if (one == null) {
            throw new IllegalArgumentException("a total that moved is on one side at least: "
                    + moved.agreement().id());
        }
        long from = moved.from() == null ? 0 : moved.from().amount().minor();
        long to = moved.to() == null ? 0 : moved.to().amount().minor();
        Money difference =
                new Money(Math.abs(Math.subtractExact(to, from)), one.amount().currency());
        return new TotalRow(
                speech().words(moved.agreement().title()),
                speech().words(one.stage().title()),
                amount(moved.from()),
                amount(moved.to()),
                (to < from ? "−" : "+") + speech().money(difference));
    }

    private String amount(@Nullable Total total) {
        return total == null
                ? say("none known", "aucune connue")
                : speech().bounded(total.bound(), speech().money(total.amount()));
    }

    private List<FactRows> facts(Changes changes) {
        List<FactRows> rows = new ArrayList<>();
        add(
                rows,
                "corrected",
                say("Corrected", "Corrigés"),
                changes.corrected().stream().map(this::replaced).toList());
        add(
                rows,
                "retracted",
                say("Retracted", "Retirés"),
                changes.retracted().stream()
                        .map(one -> row(before, one.fact(), null, one.reasons()))
                        .toList());
        add(rows, "restored", say("Stand again", "De nouveau valables"), plain(after, changes.restored()));
        add(rows, "added", say("Added", "Ajoutés"), plain(after, changes.added()));
        add(
                rows,
                "unsaid",
                say("Not known yet on the second day", "Pas encore connus à la seconde date"),
                plain(before, changes.unsaid()));
        return rows;
    }

    private static void add(List<FactRows> all, String code, String title, List<FactRow> rows) {
        if (!rows.isEmpty()) {
            all.add(new FactRows(code, title, rows));
        }
    }

    private List<FactRow> plain(Scene scene, List<Fact> facts) {
        return facts.stream()
                .sorted(Comparator.comparing((Fact fact) -> fact.reported().last())
                        .reversed()
                        .thenComparing(Fact::id))
                .map(fact -> row(scene, fact, null, List.of()))
                .toList();
    }

    private FactRow replaced(Replaced one) {
        return row(before, one.from(), row(after, one.to(), null, List.of()), one.reasons());
    }

    private FactRow row(Scene scene, Fact fact, @Nullable FactRow instead, List<Words> reasons) {
        String home = fact.bearsOn().isEmpty()
                ? ""
                : fact.bearsOn().getFirst().clause().agreement();
        return new FactRow(
                fact.reported().unknown() ? say("undated", "sans date") : speech().period(fact.reported()),
                speech().words(fact.says()),
                scene.facts().link(home, fact.id()),
                instead,
                reasons.stream().map(speech()::words).toList());
    }

    // For machines.

    @Override
    public Optional<Object> json() {
        Changes changes = changes();
        Map<String, Object> tree = new TreeMap<>();
        tree.put("from", view(before));
        tree.put("to", view(after));
        tree.put("agreements", changes.agreements().stream().map(Agreement::id).toList());
        tree.put(
                "clauses",
                changes.clauses().stream().map(one -> one.id().toString()).toList());
        tree.put(
                "reworded",
                changes.reworded().stream().map(one -> one.id().toString()).toList());
        tree.put("added", changes.added().stream().map(Fact::id).toList());
        tree.put(
                "corrected",
                changes.corrected().stream()
                        .map(one ->
                                Map.of("from", one.from().id(), "to", one.to().id(), "reasons", words(one.reasons())))
                        .toList());
        tree.put(
                "retracted",
                changes.retracted().stream()
                        .map(one -> Map.of("fact", one.fact().id(), "reasons", words(one.reasons())))
                        .toList());
        tree.put("restored", changes.restored().stream().map(Fact::id).toList());
        tree.put("unsaid", changes.unsaid().stream().map(Fact::id).toList());
        tree.put(
                "standings",
                changes.standings().stream()
                        .map(one -> Map.of(
                                "commitment", one.commitment().id().toString(),
                                "from", standing(one.from()),
                                "to", standing(one.to())))
                        .toList());
        tree.put("totals", changes.totals().stream().map(ChangesSheet::tree).toList());
        return Optional.of(tree);
    }

    private static Map<String, Object> view(Scene scene) {
        return Map.of(
                "knownOn", scene.day().toString(), "size", scene.snapshot().size());
    }

    private static List<Map<String, String>> words(List<Words> reasons) {
        return reasons.stream()
                .map(one -> Map.of("en", one.en(), "fr", one.fr()))
                .toList();
    }

    private static Map<String, Object> standing(Proof proof) {
        return Map.of(
                "standing", proof.standing().code(),
                "overlays", proof.overlays().stream().map(Overlay::code).toList());
    }

    private static Map<String, @Nullable Object> tree(MovedTotal moved) {
        Total one = moved.from() != null ? moved.from() : moved.to();
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("agreement", moved.agreement().id());
        tree.put("stage", one == null ? null : one.stage().code());
        tree.put("currency", one == null ? null : one.amount().currency().getCurrencyCode());
        tree.put("from", moved.from() == null ? null : moved.from().amount().major());
        tree.put("to", moved.to() == null ? null : moved.to().amount().major());
        return tree;
    }
}
