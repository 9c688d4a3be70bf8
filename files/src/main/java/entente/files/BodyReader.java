package entente.files;

import entente.agreement.Body;
import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Calendar;
import entente.agreement.Fact.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads the measured body of a commitment, as docs/spec/algebra.md describes it.
final class BodyReader {
    private static final Set<String> BODY =
            Set.of("measure", "only", "never", "schedule", "threshold", "tolerance", "all", "any", "at_least");
    private static final Set<String> EARMARK =
            Set.of("kind", "place", "purpose", "payer", "payee", "subject", "window");
    private static final Set<String> MEASURE =
            Set.of("sum", "count", "distinct", "covered", "least", "latest", "elapsed", "ratio");
    private static final Map<String, Calendar> CALENDARS = Form.codes(Calendar.values(), Calendar::code);
    private static final Map<String, Tag> TAGS = Form.codes(Tag.values(), Tag::code);
    private static final Map<String, Boolean> FACTS = Map.of("facts", true);
    private static final int TEN_YEARS_OF_DAYS = 3660;

    private BodyReader() {}

    static Body body(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, BODY);
        return switch (form.oneOf(List.of("measure", "all", "any", "at_least"))) {
            case "all" -> several(form, "all", Integer.MAX_VALUE);
            case "any" -> several(form, "any", 1);
            case "at_least" -> {
                Form inner = form.form("at_least", Set.of("k", "of"));
                yield several(inner, "of", inner.whole("k", 10));
            }
            default -> test(form);
        };
    }

    private static Body several(Form form, String key, int k) {
        List<Body> bodies = form.list(key, 10, BodyReader::body);
        int needed = k == Integer.MAX_VALUE ? bodies.size() : k;
        if (bodies.size() < 2 || needed < 1 || needed > bodies.size()) {
            form.fault(
                    key,
                    "wrong-type",
                    "Two to ten bodies stand here, of which at least one and at most all are required.",
                    "De deux à dix corps figurent ici, dont au moins un et au plus tous sont exigés.");
            return standIn();
        }
        return new Body.AtLeast(needed, bodies);
    }

    private static Body standIn() {
        return new Body.Test(
                new Measure.Facts(),
                Earmark.NONE,
                Earmark.NONE,
                new Schedule.Within(0, null),
                new Threshold.AtLeastThis(BigDecimal.ZERO),
                Tolerance.NONE);
    }

    private static Body test(Form form) {
        Measure measure = form.optional("measure", BodyReader::measure).orElseGet(Measure.Facts::new);
        Schedule schedule = schedule(
                form.form("schedule", Set.of("by", "each", "from", "until", "within_days", "throughout", "lapses")));
        if (measure instanceof Measure.Elapsed != schedule instanceof Schedule.Within) {
            form.fault(
                    "schedule",
                    "choose-one",
                    "elapsed goes with within_days, and within_days with elapsed.",
                    "elapsed va avec within_days, et within_days avec elapsed.");
        }
        Threshold threshold =
                threshold(form.form("threshold", Set.of("at_least", "at_most", "equals", "between", "table", "share")));
        Tolerance tolerance = form.has("tolerance")
                ? tolerance(
                        form.form("tolerance", Set.of("amount", "percent", "grace_days", "missed_periods", "gap_days")))
                : Tolerance.NONE;
        return new Body.Test(measure, earmark(form, "only"), earmark(form, "never"), schedule, threshold, tolerance);
    }

    private static Measure measure(Tree tree, Faults faults) {
        Form form = Form.open(tree, faults, MEASURE);
        return switch (form.oneOf(MEASURE.stream().sorted().toList())) {
            case "sum" -> sum(form.form("sum", Set.of("currency", "stage", "of")));
            case "count" -> {
                form.word("count", FACTS);
                yield new Measure.Facts();
            }
            case "distinct" -> new Measure.Distinct(form.word("distinct", TAGS));
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
            default -> {
                Form inner = form.form("ratio", Set.of("of", "to"));
                yield new Measure.Ratio(inner.slug("of"), inner.slug("to"));
            }
        };
    }

    private static Measure sum(Form form) {
        return form.oneOf(List.of("of", "currency")).equals("of")
                ? new Measure.Total(form.slug("of"))
                : new Measure.Money(FactReader.currency(form), form.word("stage", FactReader.STAGES));
    }

    private static Earmark earmark(Form outer, String key) {
        if (!outer.has(key)) {
            return Earmark.NONE;
        }
        Form form = outer.form(key, EARMARK);
        return new Earmark(
                new TreeSet<>(form.list("kind", 10, (tree, faults) -> Form.word(tree, faults, FactReader.KINDS))),
                FactReader.tags(form),
                form.periodOrNull("window"));
    }

    private static Schedule schedule(Form form) {
        LocalDate lapses = form.optional("lapses", Form::day).orElse(null);
        return switch (form.oneOf(List.of("by", "each", "within_days", "throughout"))) {
            case "by" -> new Schedule.By(form.period("by"), lapses);
            case "each" -> {
                LocalDate from = form.day("from");
                LocalDate until = form.day("until");
                if (until.isBefore(from) || from.plusYears(100).isBefore(until)) {
                    form.fault(
                            "until",
                            "impossible-date",
                            "The periods end after they begin, and run for at most a hundred years.",
                            "Les périodes s’achèvent après leur début et courent sur cent ans au plus.");
                    until = from;
                }
                yield new Schedule.Each(form.word("each", CALENDARS), from, until, lapses);
            }
            case "within_days" -> new Schedule.Within(form.whole("within_days", TEN_YEARS_OF_DAYS), lapses);
            default -> new Schedule.Throughout(form.period("throughout"));
        };
    }

    private static Threshold threshold(Form form) {
        return switch (form.oneOf(List.of("at_least", "at_most", "equals", "between", "table", "share"))) {
            case "at_least" -> new Threshold.AtLeastThis(form.number("at_least"));
            case "at_most" -> new Threshold.AtMostThis(form.number("at_most"));
            case "equals" -> new Threshold.Exactly(form.number("equals"));
            case "between" -> {
                List<BigDecimal> ends = form.list("between", 2, Form::number);
                if (ends.size() != 2 || ends.getFirst().compareTo(ends.getLast()) > 0) {
                    form.fault(
                            "between",
                            "bad-range",
                            "Two numbers are expected here, the lower first.",
                            "Deux nombres sont attendus ici, le plus petit d’abord.");
                    yield new Threshold.AtLeastThis(BigDecimal.ZERO);
                }
                yield new Threshold.Between(ends.getFirst(), ends.getLast());
            }
            case "table" -> {
                List<BigDecimal> values = form.list("table", 120, Form::number);
                yield new Threshold.Table(values.isEmpty() ? List.of(BigDecimal.ZERO) : values);
            }
            default -> {
                Form share = form.form("share", Set.of("percent", "of"));
                yield new Threshold.Share(
                        share.number("percent"),
                        share.optional("of", BodyReader::measure).orElseGet(Measure.Facts::new));
            }
        };
    }

    private static Tolerance tolerance(Form form) {
        return new Tolerance(
                form.optional("amount", Form::number).orElse(BigDecimal.ZERO),
                form.optional("percent", Form::number).orElse(BigDecimal.ZERO),
                days(form, "grace_days"),
                days(form, "missed_periods"),
                days(form, "gap_days"));
    }

    private static int days(Form form, String key) {
        return form.has(key) ? form.whole(key, TEN_YEARS_OF_DAYS) : 0;
    }
}
