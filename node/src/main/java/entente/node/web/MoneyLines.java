package entente.node.web;

import entente.agreement.Account;
import entente.agreement.Agreement;
import entente.agreement.Calendar;
import entente.agreement.Commitment;
import entente.agreement.Fact;
import entente.agreement.Figure.Stage;
import entente.agreement.Ledger;
import entente.agreement.Line;
import entente.agreement.Line.Label;
import entente.agreement.Line.Origin;
import entente.agreement.Years.Slot;
import entente.node.web.Views.FactLink;
import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Sums of money as pages show them. `agreement` is null where the page is of all agreements.
public record MoneyLines(Scene scene, @Nullable Agreement agreement) {
    /// One sum. `entry` and `receipt` are its entry of the log; `refused` is why it is not added, null where it is.
    public record Row(
            String id,
            String says,
            String when,
            String payer,
            String purpose,
            String payee,
            List<FactLink> clauses,
            String stage,
            String amount,
            @Nullable String refused,
            String publisher,
            String grade,
            @Nullable FactLink entry,
            @Nullable String receipt) {}

    /// A piece of a sentence, a link where it has an address.
    public record Phrase(String text, @Nullable String address) {
        Phrase(String text) {
            this(text, null);
        }
    }

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    private Speech speech() {
        return scene.speech();
    }

    Ledger ledger() {
        return agreement == null
                ? Ledger.of(scene.register(), scene.day())
                : Ledger.of(scene.register(), agreement, scene.day());
    }

    @Nullable
    String id() {
        return agreement == null ? null : agreement.id();
    }

    String title() {
        return agreement == null
                ? say("All agreements together", "Tous les accords ensemble")
                : speech().words(agreement.title());
    }

    String address(FigureName name) {
        return scene.links().to(new Subject.OneFigure(id(), name.toString()));
    }

    // Words.

    /// With a capital at its beginning.
    static String first(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// A total with what must be said around it; words where nothing could be added.
    String total(Account account) {
        return account.added().isEmpty()
                ? say("no sum that can be added", "aucune somme à additionner")
                : speech().bounded(account.bound(), speech().money(account.amount()));
    }

    String currency(Currency currency) {
        return speech().words(
                        switch (currency.getCurrencyCode()) {
                            case "GBP" -> new Words("pounds", "livres sterling");
                            case "EUR" -> Words.same("euros");
                            case String other -> Words.same(other);
                        });
    }

    String name(Stage stage, Currency currency) {
        return speech().words(stage.title()) + say(", in ", ", en ") + currency(currency);
    }

    String calendar(Calendar calendar) {
        return switch (calendar) {
            case UK_YEAR -> say("UK financial year (1 April to 31 March)", "exercice britannique (1er avril-31 mars)");
            case FRENCH_YEAR -> say("French year (calendar year)", "année française (année civile)");
            case AGREEMENT_YEAR ->
                say("year of the agreement (from its signature)", "année de l’accord (depuis sa signature)");
            case MONTH, QUARTER, HALF_YEAR ->
                throw new IllegalArgumentException("money is told by years, was: " + calendar);
        };
    }

    String slot(Calendar calendar, Slot slot) {
        return switch (slot) {
            case Slot.Year(var window, String code) ->
                switch (calendar) {
                    case UK_YEAR -> code.replace('-', '/');
                    case AGREEMENT_YEAR ->
                        say("year ", "année ") + code + say(" (from ", " (à partir du ") + speech().day(window.from())
                                + ")";
                    case FRENCH_YEAR, MONTH, QUARTER, HALF_YEAR -> code;
                };
            case Slot.Before() -> say("before the signature", "avant la signature");
            case Slot.Several() -> say("spans several years", "à cheval sur plusieurs années");
            case Slot.Undated() -> say("no date, or no year fixed", "sans date, ou année non fixée");
        };
    }

    String label(Label label) {
        return switch (label) {
            case Label.Named(var words) ->
                speech().list(words.stream()
                        .map(Labels::tag)
                        .map(speech()::words)
                        .toList());
            case Label.Said(Words words) -> speech().words(words);
            case Label.NotKnown() -> say("not known", "non connu");
            case Label.Other() -> say("other", "autres");
        };
    }

    // Rows.

    List<Row> rows(Collection<Line> lines) {
        return lines.stream().map(this::row).toList();
    }

    /// By the day on which a sum begins to belong to the world; what has no date comes last.
    static List<Line> dated(Collection<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(MoneyLines::begins).thenComparing(Line::id))
                .toList();
    }

    private static LocalDate begins(Line line) {
        Period when = line.when();
        return when == null ? LocalDate.MAX : when.first();
    }

    Row row(Line line) {
        return switch (line.origin()) {
            case Origin.Told(Fact fact, int _) ->
                row(
                        line,
                        speech().words(fact.says()),
                        speech().period(fact.happened()),
                        clauses(fact),
                        fact.source().publisher(),
                        speech().words(fact.grade().title()));
            case Origin.Promise(Commitment commitment, Period _) ->
                row(
                        line,
                        speech().subject(commitment.who()) + " " + speech().words(commitment.does()),
                        due(line.when()),
                        clause(commitment),
                        speech().parties(Set.of(Party.values())),
                        say("the text of the agreement", "le texte de l’accord"));
        };
    }

    private String due(@Nullable Period when) {
        return when == null
                ? say("no time fixed", "date non fixée")
                : say("to be paid: ", "à verser\u00A0: ") + speech().period(when);
    }

    private Row row(Line line, String says, String when, List<FactLink> clauses, String publisher, String grade) {
        Long index = entry(line);
        Line.Reason refused = line.refused();
        return new Row(
                line.id(),
                says,
                when,
                label(line.payer()),
                label(line.purpose()),
                label(line.payee()),
                clauses,
                speech().words(line.stage().title()),
                speech().figure(line.sum()),
                refused == null ? null : speech().words(refused.title()),
                publisher,
                grade,
                index == null
                        ? null
                        : new FactLink(
                                say("entry ", "entrée ") + speech().number(index),
                                scene.links().entry(home(line), index)),
                index == null ? null : scene.links().receipt(index));
    }

    /// The entry of the log that tells a line.
    @Nullable
    Long entry(Line line) {
        return switch (line.origin()) {
            case Origin.Told(Fact fact, int _) -> scene.snapshot().entry(fact.id());
            case Origin.Promise(Commitment commitment, var _) ->
                scene.snapshot().agreements().get(commitment.id().clause().agreement());
        };
    }

    /// The agreement in whose address the entry of a line is shown.
    private String home(Line line) {
        return agreement != null && line.agreements().contains(agreement.id())
                ? agreement.id()
                : line.agreements().first();
    }

    private List<FactLink> clauses(Fact fact) {
        Map<String, FactLink> clauses = new LinkedHashMap<>();
        new TreeSet<>(fact.bearsOn().stream().map(Fact.Bearing::clause).toList())
                .forEach(id -> scene.register()
                        .agreement(id.agreement())
                        .ifPresent(one -> one.clause(id.clause())
                                .ifPresent(clause -> clauses.put(
                                        id.toString(),
                                        new FactLink(
                                                one.id() + " " + one.number(clause),
                                                scene.links().clause(one, clause))))));
        return List.copyOf(clauses.values());
    }

    private List<FactLink> clause(Commitment commitment) {
        List<FactLink> clauses = new ArrayList<>();
        var id = commitment.id().clause();
        scene.register()
                .agreement(id.agreement())
                .ifPresent(one -> one.clause(id.clause())
                        .ifPresent(clause -> clauses.add(new FactLink(
                                one.id() + " " + one.number(clause),
                                scene.links().clause(one, clause)))));
        return clauses;
    }
}
