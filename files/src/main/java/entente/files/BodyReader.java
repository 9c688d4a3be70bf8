package entente.files;

import entente.agreement.Body;
import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Calendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the measured body of a commitment, as docs/spec/algebra.md describes it.
final class BodyReader {
    private static final Set<String> BODY =
            Set.of("measure", "only", "never", "schedule", "threshold", "tolerance", "all", "any", "at_least");
    private static final String[] TEST = {"only", "never", "schedule", "threshold", "tolerance"};
    private static final Set<String> EARMARK =
            Set.of("kind", "place", "purpose", "payer", "payee", "subject", "window");
    private static final List<String> MEASURE =
            List.of("sum", "count", "distinct", "covered", "least", "latest", "elapsed", "ratio");
    private static final List<String> THRESHOLD = List.of("at_least", "at_most", "equals", "between", "table", "share");
    private static final Set<String> SCHEDULE =
            Set.of("by", "each", "from", "until", "within_days", "throughout", "lapses");
    private static final Set<String> TOLERANCE =
            Set.of("amount", "percent", "grace_days", "missed_periods", "gap_days");
    private static final Map<String, Calendar> CALENDARS = Form.codes(Calendar.values(), Calendar::code);
    private static final Map<String, Boolean> FACTS = Map.of("facts", true);
    private static final int MOST_BODIES = 10;
    private static final int TEN_YEARS_OF_DAYS = 3660;
    private static final int HUNDRED_YEARS_OF_MONTHS = 1200;
    private static final Threshold NOTHING = new Threshold.AtLeastThis(BigDecimal.ZERO);

    private BodyReader() {}

    static Body body(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, BODY);
        String choice = form.oneOf(List.of("measure", "all", "any", "at_least"));
        return switch (choice) {
            case "measure" -> test(form);
            case "" -> standIn();
            default -> {
                form.alone(choice, TEST);
                yield switch (choice) {
                    case "all" -> several(form, "all", Integer.MAX_VALUE);
                    case "any" -> several(form, "any", 1);
                    default -> atLeast(form.form("at_least", Set.of("k", "of")));
                };
            }
        };
    }

    private static Body atLeast(Form form) {
        int before = form.faults();
        int k = form.whole("k", MOST_BODIES);
        boolean good = form.faults() == before;
        Body body = several(form, "of", k);
        if (good && body instanceof Body.AtLeast(int held, var _) && held != k) {
            form.fault(
                    "k",
                    "bad-range",
                    "At least one and at most all of the bodies are required. Correct k.",
                    "Au moins un et au plus tous les corps sont exigés. Corrigez k.");
        }
        return body;
    }

    private static Body several(Form form, String key, int k) {
        List<Body> bodies = form.requiredList(key, 2, MOST_BODIES, BodyReader::body);
        return bodies.isEmpty() ? standIn() : new Body.AtLeast(Math.clamp(k, 1, bodies.size()), bodies);
    }

    private static Body standIn() {
        return new Body.Test(
                new Measure.Facts(), Earmark.NONE, Earmark.NONE, new Schedule.Within(0, null), NOTHING, Tolerance.NONE);
    }

    private static Body test(Form form) {
        int before = form.faults();
        Measure measure = form.get("measure", BodyReader::measure, new Measure.Facts());
        Schedule schedule = schedule(form.form("schedule", SCHEDULE));
        if (form.faults() == before && measure instanceof Measure.Elapsed != schedule instanceof Schedule.Within) {
            form.fault(
                    "schedule",
                    "elapsed-within",
                    "A measure of elapsed goes with a schedule of within_days, and only with that. Change one of the two.",
                    "La mesure elapsed va avec l’échéance within_days, et avec elle seule. Changez l’une des deux.");
        }
        return new Body.Test(
                measure,
                form.optional("only", BodyReader::earmark).orElse(Earmark.NONE),
                form.optional("never", BodyReader::earmark).orElse(Earmark.NONE),
                schedule,
                threshold(form.form("threshold", Set.copyOf(THRESHOLD))),
                form.optional("tolerance", BodyReader::tolerance).orElse(Tolerance.NONE));
    }

    private static Measure measure(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, Set.copyOf(MEASURE));
        return switch (form.oneOf(MEASURE)) {
            case "sum" -> sum(form.form("sum", Set.of("currency", "stage", "of")));
            case "distinct" -> new Measure.Distinct(form.word("distinct", Parts.TAGS));
            case "covered" -> {
                Form inner = form.form("covered", Set.of("of", "present"));
                yield new Measure.Covered(inner.slug("of"), inner.number("present"));
            }
            case "least" -> new Measure.Least(form.form("least", Set.of("of")).slug("of"));
            case "latest" ->
                new Measure.Latest(form.form("latest", Set.of("of")).slug("of"));
            case "elapsed" -> {
                Form inner = form.form("elapsed", Set.of("from", "to"));
                yield new Measure.Elapsed(inner.slug("from"), inner.slug("to"));
            }
            case "ratio" -> {
                Form inner = form.form("ratio", Set.of("of", "to"));
                yield new Measure.Ratio(inner.slug("of"), inner.slug("to"));
            }
            default -> {
                form.optional("count", (one, _) -> Values.word(one, faults, FACTS));
                yield new Measure.Facts();
            }
        };
    }

    private static Measure sum(Form form) {
        return switch (form.oneOf(List.of("currency", "of"))) {
            case "currency" -> new Measure.Money(FigureReader.currency(form), form.word("stage", FigureReader.STAGES));
            case "of" -> {
                form.alone("of", "stage");
                yield new Measure.Total(form.slug("of"));
            }
            default -> new Measure.Facts();
        };
    }

    private static Earmark earmark(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, EARMARK).filled();
        return new Earmark(
                new TreeSet<>(form.distinct("kind", 10, (one, _) -> Values.word(one, faults, Parts.KINDS))),
                Parts.tags(form),
                form.periodOrNull("window"));
    }

    private static Schedule schedule(Form form) {
        LocalDate lapses = form.optional("lapses", Values::day).orElse(null);
        String choice = form.oneOf(List.of("by", "each", "within_days", "throughout"));
        if (!choice.equals("each") && !choice.isEmpty()) {
            form.alone(choice, "from", "until");
        }
        return switch (choice) {
            case "by" -> new Schedule.By(form.period("by"), lapses);
            case "each" -> each(form, lapses);
            case "throughout" -> {
                form.alone("throughout", "lapses");
                yield new Schedule.Throughout(form.period("throughout"));
            }
            case "within_days" -> new Schedule.Within(form.whole("within_days", TEN_YEARS_OF_DAYS), lapses);
            default -> new Schedule.Within(0, lapses);
        };
    }

    private static Schedule each(Form form, @Nullable LocalDate lapses) {
        int before = form.faults();
        LocalDate from = form.day("from");
        LocalDate until = form.day("until");
        if (form.faults() == before
                && (until.isBefore(from) || from.plusYears(100).isBefore(until))) {
            form.fault(
                    "until",
                    "bad-range",
                    "The periods must end after they begin, within a hundred years. Correct from or until.",
                    "Les périodes doivent s’achever après leur début, en cent ans au plus. Corrigez from ou until.");
        }
        return new Schedule.Each(form.word("each", CALENDARS), from, until, lapses);
    }

    private static Threshold threshold(Form form) {
        return switch (form.oneOf(THRESHOLD)) {
            case "at_least" -> new Threshold.AtLeastThis(form.number("at_least"));
            case "at_most" -> new Threshold.AtMostThis(form.number("at_most"));
            case "equals" -> new Threshold.Exactly(form.number("equals"));
            case "between" -> between(form);
            case "table" -> new Threshold.Table(form.list("table", 120, Numbers::number));
            case "share" -> {
                Form share = form.form("share", Set.of("percent", "of"));
                yield new Threshold.Share(
                        share.number("percent"), share.get("of", BodyReader::measure, new Measure.Facts()));
            }
            default -> NOTHING;
        };
    }

    private static Threshold between(Form form) {
        int before = form.faults();
        List<BigDecimal> ends = form.requiredList("between", 2, 2, Numbers::number);
        if (form.faults() > before) {
            return NOTHING;
        }
        if (ends.getFirst().compareTo(ends.getLast()) > 0) {
            form.fault(
                    "between",
                    "bad-range",
                    "The lower number comes first. Swap the two.",
                    "Le plus petit nombre vient d’abord. Échangez les deux.");
        }
        return new Threshold.Between(ends.getFirst(), ends.getLast());
    }

    private static Tolerance tolerance(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, TOLERANCE).filled();
        return new Tolerance(
                form.optional("amount", (one, _) -> Numbers.atLeastNothing(one, faults))
                        .orElse(BigDecimal.ZERO),
                form.optional("percent", (one, _) -> Numbers.percent(one, faults))
                        .orElse(BigDecimal.ZERO),
                whole(form, "grace_days", TEN_YEARS_OF_DAYS),
                whole(form, "missed_periods", HUNDRED_YEARS_OF_MONTHS),
                whole(form, "gap_days", TEN_YEARS_OF_DAYS));
    }

    private static int whole(Form form, String key, int most) {
        return form.has(key) ? form.whole(key, most) : 0;
    }
}
