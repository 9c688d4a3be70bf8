package entente.node.web;

import entente.agreement.Calendar;
import entente.agreement.Clause;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Sum;
import entente.agreement.Figures;
import entente.agreement.Figures.Comparison;
import entente.agreement.Figures.Doubt;
import entente.agreement.Figures.Remade;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.Thing;
import entente.agreement.Figures.Verdict;
import entente.agreement.Figures.What;
import entente.node.export.Table;
import entente.node.web.Views.FactLink;
import entente.terms.Money;
import entente.terms.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What has been counted or paid, all published figures about one thing together: of one agreement, or of all where
/// `agreement` is null.
public record FiguresSheet(Scene scene, @Nullable String agreement) implements Sheet {

    /// The page. `answer` says in one sentence how many figures differ.
    public record View(Frame frame, String title, String answer, List<Group> groups, List<FactLink> elsewhere) {}

    /// The things of one verdict.
    public record Group(
            String code,
            String title,
            String meaning,
            int count,
            List<Card> cards,
            @Nullable Rest rest) {
        public boolean single() {
            return code.equals(Verdict.SINGLE.code());
        }
    }

    /// One thing. `sentences` say in words what the table shows; `leftOut` says how many figures it does not show.
    public record Card(
            String anchor,
            String title,
            List<String> sentences,
            List<String> doubts,
            List<Row> rows,
            @Nullable String leftOut) {}

    /// As many things of one verdict are shown, sentences about one of them, and figures of it.
    private static final int THINGS = 50;

    private static final int SENTENCES = 20;

    private static final int ROWS = 30;

    /// One figure. `mark` is null where it is compared with nothing; `beside` where it is told next to a larger sum.
    public record Row(
            String figure,
            String when,
            @Nullable String year,
            String source,
            String grade,
            FactLink entry,
            boolean beside,
            Scale.@Nullable Mark mark) {}

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    private Speech speech() {
        return scene.speech();
    }

    private Figures figures() {
        Figures all = Figures.of(scene.register(), scene.day());
        return agreement == null ? all : all.about(agreement);
    }

    private Subject subject() {
        return new Subject.Figures(agreement);
    }

    @Override
    public String template() {
        return "figures.jte";
    }

    @Override
    public Optional<Object> json() {
        return Optional.of(new PublishedFigures(scene.snapshot()).tree(figures()));
    }

    @Override
    public List<Table> tables() {
        return new ComparedExtracts(scene).of(figures());
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(title()));
    }

    private String title() {
        String title = say("Published figures, side by side", "Les chiffres publiés, côte à côte");
        return agreement == null
                ? title
                : title + " – "
                        + scene.register()
                                .agreement(agreement)
                                .map(one -> speech().words(one.title()))
                                .orElse(agreement);
    }

    @Override
    public Object view() {
        Figures figures = figures();
        List<Frame.Step> trail = new ArrayList<>(List.of(scene.home()));
        if (agreement != null) {
            scene.register().agreement(agreement).map(scene::step).ifPresent(trail::add);
        }
        return new View(
                scene.frame(subject(), title(), trail),
                title(),
                answer(figures),
                Arrays.stream(Verdict.values())
                        .map(verdict -> group(verdict, figures))
                        .filter(group -> !group.cards().isEmpty())
                        .toList(),
                elsewhere());
    }

    private List<FactLink> elsewhere() {
        List<FactLink> ways = new ArrayList<>();
        ways.add(new FactLink(
                say("Published totals against the parts on record", "Les totaux publiés face aux parties consignées"),
                scene.links().to(new Subject.Money(agreement))));
        if (agreement == null) {
            scene.agreements()
                    .forEach(one -> ways.add(new FactLink(
                            speech().words(one.title()), scene.links().to(new Subject.Figures(one.id())))));
        } else {
            ways.add(new FactLink(
                    say("The figures of all agreements", "Les chiffres de tous les accords"),
                    scene.links().to(new Subject.Figures(null))));
        }
        return ways;
    }

    private String answer(Figures figures) {
        int all = figures.things().size();
        if (all == 0) {
            return say("No figure had been published by this date.", "Aucun chiffre n’avait été publié à cette date.");
        }
        long several =
                figures.things().stream().filter(thing -> thing.sources() > 1).count();
        return speech().count(all, "thing has", "things have", "grandeur fait", "grandeurs font")
                + say(" been counted, promised or paid in published figures; ", " l’objet de chiffres publiés\u202F; ")
                + speech().count(several, "of them has", "of them have", "d’entre elles a", "d’entre elles ont")
                + say(" more than one source. ", " plus d’une source. ")
                + (figures.differing() == 0
                        ? say("No figures exclude each other.", "Aucun chiffre n’en exclut un autre.")
                        : say("In ", "Pour ")
                                + speech().count(figures.differing(), "case", "cases", "d’entre elles", "d’entre elles")
                                + say(
                                        " the figures cannot all be true.",
                                        ", les chiffres ne peuvent être tous vrais."));
    }

    private Group group(Verdict verdict, Figures figures) {
        List<Thing> things = figures.things().stream()
                .filter(thing -> thing.verdict() == verdict)
                .toList();
        int most = verdict == Verdict.SINGLE ? Rest.MOST : THINGS;
        List<Card> cards = Rest.first(things, most).stream().map(this::card).toList();
        return new Group(
                verdict.code(),
                switch (verdict) {
                    case DIFFER -> say("They cannot all be true", "Ils ne peuvent être tous vrais");
                    case NOTED ->
                        say(
                                "Said to disagree, though the numbers alone do not show it",
                                "Dits contradictoires, sans que les seuls nombres le montrent");
                    case NOT_COMPARED ->
                        say(
                                "Several figures, not told in the same terms",
                                "Plusieurs chiffres, non exprimés dans les mêmes termes");
                    case AGREE -> say("They can all be true", "Ils peuvent être tous vrais");
                    case SINGLE -> say("Only one figure published", "Un seul chiffre publié");
                },
                switch (verdict) {
                    case DIFFER ->
                        say(
                                "Compared only where unit, currency, stage and time are the same. A range, “about” or “more than” leaves room; only what no room explains is called a difference.",
                                "On ne compare qu’à unité, devise, stade et période identiques. Une fourchette, «\u00A0environ\u00A0» ou «\u00A0plus de\u00A0» laissent de la place\u202F; seul ce qu’aucune marge n’explique est appelé un écart.");
                    case NOTED ->
                        say(
                                "The record says that these sources contradict each other, but they speak of another time, unit, currency or stage, or their words leave room for both.",
                                "Le registre note que ces sources se contredisent, mais elles visent une autre période, unité, devise ou étape, ou leurs termes laissent place aux deux.");
                    case NOT_COMPARED ->
                        say(
                                "About one thing, but for other times, places or units: laid side by side, never subtracted.",
                                "Une même grandeur, mais pour d’autres périodes, lieux ou unités\u00A0: placés côte à côte, jamais soustraits.");
                    case AGREE ->
                        say(
                                "At least two sources, and no contradiction.",
                                "Au moins deux sources, sans contradiction.");
                    case SINGLE ->
                        say(
                                "Nothing to hold these against: nobody else has published the figure, as far as the record knows.",
                                "Rien à quoi les confronter\u00A0: personne d’autre n’a publié ce chiffre, à la connaissance du registre.");
                },
                things.size(),
                cards,
                Rest.first(scene, things.size(), most, subject(), Format.CSV, Format.JSON));
    }

    private Card card(Thing thing) {
        List<String> sentences = new ArrayList<>();
        for (Comparison one : Rest.first(thing.comparisons(), SENTENCES)) {
            sentences.add(sentence(one));
        }
        for (Remade one : thing.remade()) {
            if (!one.meets() && sentences.size() < 2 * SENTENCES) {
                sentences.add(sentence(one));
            }
        }
        boolean stages = thing.doubts().contains(Doubt.STAGES);
        return new Card(
                thing.name(),
                new FigureTitles(scene).title(thing),
                sentences,
                thing.doubts().stream()
                        .map(doubt -> speech().words(doubt.title()))
                        .toList(),
                thing.tellings().stream()
                        .sorted(Comparator.comparingInt(places(thing)))
                        .limit(ROWS)
                        .map(telling -> row(thing, telling, stages))
                        .toList(),
                thing.tellings().size() <= ROWS
                        ? null
                        : say("Here are the first ", "Voici les ")
                                + ROWS
                                + say(" of ", " premiers de ")
                                + speech().number(thing.tellings().size())
                                + say(
                                        " figures of this thing, and what is said of those that were compared first; all of them are in the files of this page.",
                                        " chiffres sur cet objet, et ce qui est dit des premiers comparés\u202F; tous sont dans les fichiers de cette page."));
    }

    /// What is compared together stands together, so that one scale is read from top to bottom; what is told beside
    /// a larger sum comes last.
    private static ToIntFunction<Telling> places(Thing thing) {
        IdentityHashMap<Telling, Integer> places = new IdentityHashMap<>();
        for (int place = 0; place < thing.comparisons().size(); place++) {
            for (Telling telling : thing.comparisons().get(place).tellings()) {
                places.put(telling, place);
            }
        }
        return telling -> telling.beside()
                ? Integer.MAX_VALUE
                : places.getOrDefault(telling, thing.comparisons().size());
    }

    // Sentences.

    private String amount(What what, BigDecimal value) {
        return switch (what) {
            case What.Counted(String of) ->
                speech().number(value) + (of.startsWith("percent") ? speech().say("%", "\u00A0%") : "");
            case What.Paid(var _, var currency) -> speech().money(Money.major(value, currency));
        };
    }

    private String sentence(Comparison one) {
        String lowest = amount(one.what(), one.lowest());
        String highest = amount(one.what(), one.highest());
        if (!one.differ()) {
            return one.lowest().compareTo(one.highest()) == 0
                    ? say("All say ", "Tous disent ") + lowest + "."
                    : say("From ", "De ")
                            + lowest
                            + say(" to ", " à ")
                            + highest
                            + say(
                                    ": what is said around them leaves room for all.",
                                    "\u00A0: leurs termes laissent place à tous.");
        }
        if (one.apart().signum() == 0) {
            return say("From ", "De ")
                    + lowest
                    + say(" to ", " à ")
                    + highest
                    + say(": they exclude each other.", "\u00A0: ils s’excluent.");
        }
        boolean exact = one.tellings().stream()
                .allMatch(telling -> telling.figure().bound() == Figure.Bound.EXACT
                        && telling.figure().low() == null
                        && telling.figure().high() == null);
        boolean points = one.what() instanceof What.Counted(String of) && of.startsWith("percent");
        BigDecimal percent = points ? null : one.percent();
        String apart = points ? speech().number(one.apart()) + "\u00A0points" : amount(one.what(), one.apart());
        return say("From ", "De ")
                + lowest
                + say(" to ", " à ")
                + highest
                + say(": ", "\u00A0: écart ")
                + (exact ? say("", "de ") : say("at least ", "d’au moins "))
                + apart
                + say(" apart", "")
                + (percent == null
                        ? ""
                        : say(", ", ", soit ")
                                + speech().number(percent)
                                + speech().say("% of the lower", "\u00A0% du plus bas"))
                + ".";
    }

    private String sentence(Remade one) {
        What what = one.total().what();
        boolean less = one.missing().signum() > 0;
        return amount(what, one.total().figure().value())
                + say(" is given with parts that come to ", " est donné avec des parties dont la somme est de ")
                + amount(what, one.sum())
                + say(": ", "\u00A0: ")
                + amount(what, one.missing().abs())
                + (less ? say(" less", " de moins") : say(" more", " de plus"))
                + ".";
    }

    // Rows.

    private Row row(Thing thing, Telling telling, boolean stages) {
        Scale.Mark mark = thing.comparisons().stream()
                .filter(one -> one.tellings().contains(telling))
                .findFirst()
                .map(one -> Scale.of(one).mark(telling.figure()))
                .orElse(null);
        Calendar year = telling.year();
        return new Row(
                figure(telling.figure(), stages),
                when(telling),
                year == null
                        ? null
                        : year == Calendar.UK_YEAR
                                ? say("financial year", "exercice budgétaire")
                                : say("calendar year", "année civile"),
                source(telling.teller()),
                grade(telling.teller()),
                entry(telling.teller()),
                telling.beside(),
                mark);
    }

    private String when(Telling telling) {
        return speech().period(telling.when());
    }

    private String figure(Figure figure, boolean stages) {
        return switch (figure) {
            case Count count -> speech().figure(count);
            case Sum sum ->
                (stages ? speech().words(sum.stage().title()) + say(": ", "\u00A0: ") : "")
                        + speech().figure(sum)
                        + (sum.role() == Figure.Role.TOTAL || sum.role() == Figure.Role.OUTSIDE
                                ? " (" + speech().words(sum.role().title()) + ")"
                                : "");
        };
    }

    private String source(Teller teller) {
        return switch (teller) {
            case Teller.OfFact(Fact fact) ->
                fact.source().publisher() + " ("
                        + speech().words(fact.source().kind().title()) + "), " + published(fact.reported());
            case Teller.OfText(var of, var _, var _) ->
                say("What the text promises: ", "Ce que le texte promet\u00A0: ") + speech().words(of.title());
        };
    }

    private String published(Period reported) {
        return reported.unknown() ? say("undated", "sans date") : speech().period(reported);
    }

    private String grade(Teller teller) {
        return switch (teller) {
            case Teller.OfFact(Fact fact) ->
                speech().words(fact.grade().title())
                        + (fact.by().isEmpty() ? "" : " (" + speech().parties(fact.by()) + ")");
            case Teller.OfText(var _, Clause clause, var _) ->
                speech().words(clause.basis().title());
        };
    }

    private FactLink entry(Teller teller) {
        return switch (teller) {
            case Teller.OfFact(Fact fact) -> scene.facts().link(home(fact), fact.id());
            case Teller.OfText(var of, Clause clause, var _) ->
                new FactLink(
                        say("clause ", "clause ") + of.number(clause),
                        scene.links().clause(of, clause));
        };
    }

    private static String home(Fact fact) {
        return fact.bearsOn().stream()
                .map(bearing -> bearing.clause().agreement())
                .findFirst()
                .orElse("");
    }
}
