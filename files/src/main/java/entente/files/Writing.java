package entente.files;

import entente.agreement.Agreement;
import entente.agreement.Body;
import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Threshold;
import entente.agreement.Body.Tolerance;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Fact;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure;
import entente.agreement.Source;
import entente.agreement.Told;
import entente.terms.Party;
import entente.terms.Words;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the record stores: canonical JSON (RFC 8785) with the keys of the files, so that a payload can be read by
/// the reader of the files. A thing told is written as a list of one, an agreement as a group of keys.
public final class Writing {
    private Writing() {}

    public static byte[] bytes(Agreement agreement) {
        return Json.write(agreement(agreement)).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] bytes(Told told) {
        return Json.write(List.of(told(told))).getBytes(StandardCharsets.UTF_8);
    }

    /// A group of keys in which what is absent, and every list that is empty, is left out.
    private static final class Keys extends TreeMap<String, Object> {
        private static final long serialVersionUID = 1L;

        Keys set(String key, @Nullable Object value) {
            boolean empty = value == null
                    || value instanceof Collection<?> collection && collection.isEmpty()
                    || value instanceof Map<?, ?> map && map.isEmpty();
            if (value != null && !empty) {
                put(key, value);
            }
            return this;
        }
    }

    private static Keys agreement(Agreement agreement) {
        return new Keys()
                .set("id", agreement.id())
                .set("title", words(agreement.title()))
                .set("signed", agreement.signed().text())
                .set("published", text(agreement.published()))
                .set("in_force", text(agreement.inForce()))
                .set("ends", text(agreement.ends()))
                .set("place", words(agreement.place()))
                .set("parties", parties(agreement.parties()))
                .set(
                        "signatories",
                        agreement.signatories().stream()
                                .map(one -> new Keys()
                                        .set("party", one.party().code())
                                        .set("post", words(one.post()))
                                        .set("name", one.name()))
                                .toList())
                .set("note", words(agreement.note()))
                .set("sources", agreement.sources())
                .set(
                        "clauses",
                        agreement.clauses().stream().map(Writing::clause).toList());
    }

    private static Keys clause(Clause clause) {
        Keys keys = new Keys()
                .set("id", clause.id().clause())
                .set("since", text(clause.since()))
                .set("text", words(clause.text()))
                .set("basis", clause.basis().code())
                .set("source", clause.source());
        keys.put(
                "commitments",
                clause.commitments().stream().map(Writing::commitment).toList());
        return keys;
    }

    private static Keys commitment(Commitment commitment) {
        Keys keys = new Keys()
                .set("id", commitment.id().commitment())
                .set("who", parties(commitment.who()))
                .set("others", words(commitment.others()))
                .set("to", words(commitment.to()))
                .set("does", words(commitment.does()))
                .set("kept_if", words(commitment.keptIf()))
                .set("missing", words(commitment.missing()))
                .set("note", words(commitment.note()))
                .set("source", commitment.source())
                .set("active", text(commitment.active()))
                .set("promised", commitment.promised() == null ? null : figure(commitment.promised()))
                .set("part_of", text(commitment.partOf()))
                .set("repeats", names(commitment.repeats()))
                .set("themes", commitment.themes());
        if (commitment.supersededBy() != null) {
            keys.set(
                    "superseded_by",
                    new Keys()
                            .set(
                                    "commitment",
                                    commitment.supersededBy().commitment().toString())
                            .set("from", commitment.supersededBy().from().toString()));
        }
        return switch (commitment.nature()) {
            case Commitment.Nature.Measured(Body body) -> keys.set("measured", body(body));
            case Commitment.Nature.Judged(var rubric, var review) ->
                keys.set(
                        "judged",
                        new Keys()
                                .set(
                                        "rubric",
                                        rubric.stream().map(Writing::words).toList())
                                .set("review", text(review)));
            case Commitment.Nature.Principle() -> keys.set("principle", true);
        };
    }

    /// The body of a measured commitment, as files and published proofs write it.
    public static Map<String, Object> body(Body body) {
        return switch (body) {
            case Body.AtLeast(int k, var of) -> {
                List<Map<String, Object>> parts = of.stream().map(Writing::body).toList();
                yield k == of.size()
                        ? new Keys().set("all", parts)
                        : k == 1
                                ? new Keys().set("any", parts)
                                : new Keys()
                                        .set("at_least", new Keys().set("k", k).set("of", parts));
            }
            case Body.Test test ->
                new Keys()
                        .set("measure", measure(test.measure()))
                        .set("only", earmark(test.only()))
                        .set("never", earmark(test.never()))
                        .set("schedule", schedule(test.schedule()))
                        .set("threshold", threshold(test.threshold()))
                        .set("tolerance", tolerance(test.tolerance()));
        };
    }

    private static Keys measure(Measure measure) {
        Keys keys = new Keys();
        return switch (measure) {
            case Measure.Money(var currency, var stage) ->
                keys.set(
                        "sum",
                        new Keys().set("currency", currency.getCurrencyCode()).set("stage", stage.code()));
            case Measure.Total(String of) -> keys.set("sum", new Keys().set("of", of));
            case Measure.Facts() -> keys.set("count", "facts");
            case Measure.Distinct(Tag tag) -> keys.set("distinct", tag.code());
            case Measure.Covered(String of, var present) ->
                keys.set("covered", new Keys().set("of", of).set("present", present));
            case Measure.Least(String of) -> keys.set("least", new Keys().set("of", of));
            case Measure.Latest(String of) -> keys.set("latest", new Keys().set("of", of));
            case Measure.Elapsed(String from, String to) ->
                keys.set("elapsed", new Keys().set("from", from).set("to", to));
            case Measure.Ratio(String of, String to) ->
                keys.set("ratio", new Keys().set("of", of).set("to", to));
        };
    }

    private static Keys earmark(Earmark earmark) {
        return tags(earmark.tags())
                .set(
                        "kind",
                        earmark.kinds().stream().map(Fact.Kind::code).sorted().toList())
                .set("window", text(earmark.window()));
    }

    private static Keys schedule(Schedule schedule) {
        Keys keys = new Keys().set("lapses", text(schedule.lapses()));
        return switch (schedule) {
            case Schedule.By(var due, var _) -> keys.set("by", due.text());
            case Schedule.Each(var calendar, var from, var until, var _) ->
                keys.set("each", calendar.code()).set("from", from.toString()).set("until", until.toString());
            case Schedule.Within(int days, var _) -> keys.set("within_days", days);
            case Schedule.Throughout(var period) -> keys.set("throughout", period.text());
        };
    }

    /// A threshold, as files and published proofs write it.
    public static Map<String, Object> threshold(Threshold threshold) {
        Keys keys = new Keys();
        return switch (threshold) {
            case Threshold.AtLeastThis(var value) -> keys.set("at_least", value);
            case Threshold.AtMostThis(var value) -> keys.set("at_most", value);
            case Threshold.Exactly(var value) -> keys.set("equals", value);
            case Threshold.Between(var low, var high) -> keys.set("between", List.of(low, high));
            case Threshold.Table(var values) -> keys.set("table", values);
            case Threshold.Share(var percent, var of) ->
                keys.set("share", new Keys().set("percent", percent).set("of", measure(of)));
        };
    }

    private static Keys tolerance(Tolerance tolerance) {
        return new Keys()
                .set("amount", tolerance.amount().signum() == 0 ? null : tolerance.amount())
                .set("percent", tolerance.percent().signum() == 0 ? null : tolerance.percent())
                .set("grace_days", tolerance.graceDays() == 0 ? null : tolerance.graceDays())
                .set("missed_periods", tolerance.missedPeriods() == 0 ? null : tolerance.missedPeriods())
                .set("gap_days", tolerance.gapDays() == 0 ? null : tolerance.gapDays());
    }

    private static Keys told(Told told) {
        return switch (told) {
            case Told.Asserted(Fact fact) -> fact(fact);
            case Told.Corrected(String of, Fact fact, Words reason) ->
                fact(fact).set("corrects", of).set("reason", words(reason));
            case Told.Retracted(String of, Words reason, var reported, Source source) ->
                new Keys()
                        .set("retracts", of)
                        .set("reason", words(reason))
                        .set("reported", reported.text())
                        .set("source", source(source));
        };
    }

    /// A fact with the keys of the files.
    public static Map<String, Object> keys(Fact fact) {
        return fact(fact);
    }

    private static Keys fact(Fact fact) {
        return new Keys()
                .set("id", fact.id())
                .set("kind", fact.kind().code())
                .set("happened", fact.happened().text())
                .set("reported", fact.reported().text())
                .set("by", parties(fact.by()))
                .set("grade", fact.grade().code())
                .set("who", words(fact.who()))
                .set("where", words(fact.where()))
                .set("bears_on", names(fact.bearsOn()))
                .set("says", words(fact.says()))
                .set("figures", fact.figures().stream().map(Writing::figure).toList())
                .set("tags", tags(fact.tags()))
                .set(
                        "judges",
                        fact.judges().stream()
                                .map(one -> new Keys()
                                        .set("commitment", one.commitment().toString())
                                        .set("by", parties(one.by()))
                                        .set("standing", one.standing().code()))
                                .toList())
                .set("waives", names(fact.waives()))
                .set("disagrees_with", List.copyOf(fact.disagreesWith()))
                .set("source", source(fact.source()))
                .set("note", words(fact.note()));
    }

    private static Keys source(Source source) {
        return new Keys()
                .set("address", source.address())
                .set("publisher", source.publisher())
                .set("kind", source.kind().code());
    }

    private static Keys figure(Figure figure) {
        Keys keys = new Keys()
                .set("low", figure.low())
                .set("high", figure.high())
                .set(
                        "bound",
                        figure.bound() == Figure.Bound.EXACT
                                ? null
                                : figure.bound().code());
        return switch (figure) {
            case Figure.Sum sum ->
                keys.set("amount", sum.money().major())
                        .set("currency", sum.money().currency().getCurrencyCode())
                        .set("stage", sum.stage().code())
                        .set("role", sum.role().code());
            case Figure.Count count ->
                keys.set("count", count.value()).set("of", count.of()).set("unit", words(count.unit()));
        };
    }

    private static Keys tags(Map<Tag, SortedSet<String>> tags) {
        Keys keys = new Keys();
        tags.forEach((tag, values) -> keys.set(tag.code(), List.copyOf(values)));
        return keys;
    }

    private static @Nullable Keys words(@Nullable Words words) {
        return words == null ? null : new Keys().set("en", words.en()).set("fr", words.fr());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static List<String> names(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    private static List<String> parties(Collection<Party> parties) {
        return parties.stream().sorted().map(Party::code).toList();
    }
}
