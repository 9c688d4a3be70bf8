package entente.node.web;

import entente.node.lane.Cause;
import entente.node.lane.LaneState;
import entente.node.lane.Moment;
import entente.node.lane.Screened;
import entente.node.lane.Vehicles;
import entente.screening.Danger;
import entente.screening.Evidence;
import entente.screening.Outcome;
import entente.screening.Reading;
import entente.screening.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a lane shows, in the words of one language.
///
/// `code` is the state for programs. `word` and `much` stand in the largest text of the page, `said` below it, `why`
/// are
/// the reasons, each a sentence. `sounds` while an alarm waits for somebody to see it. The rest says what an officer
/// can do now. `vehicle` is the word for the kind that stands there, empty where nobody has said; `readings` are what
/// was
/// read of its air. `played` says what a demonstration plays.
public record LaneShown(
        String code,
        String word,
        String much,
        String said,
        List<String> why,
        boolean sounds,
        boolean explain,
        boolean stopped,
        boolean out,
        String time,
        String trouble,
        String vehicle,
        List<String> readings,
        @Nullable DangerShown danger,
        List<Row> last,
        String played) {

    /// A screening that is over; `time` of the day in UTC.
    public record Row(String time, String outcome, String sensitivity, String decision) {}

    /// A reading beyond it is not written out.
    private static final double MOST_SHOWN = 1e7;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    static LaneShown of(Moment moment, Speech speech) {
        return new Teller(moment, speech).shown();
    }

    /// A time of the day in UTC.
    static String time(Instant at) {
        return CLOCK.format(at.atZone(ZoneOffset.UTC)) + "\u00A0UTC";
    }

    /// With its day: a printed page is read on another one.
    static String dayAndTime(Instant at, Speech speech) {
        return speech.day(at.atZone(ZoneOffset.UTC).toLocalDate()) + ", " + time(at);
    }

    /// The words that a browser needs of itself, where it hears nothing any more.
    static String stale(Speech speech) {
        return speech.say("LATE", "EN RETARD");
    }

    static String noSignal(Speech speech) {
        return speech.say("NO SIGNAL", "AUCUN SIGNAL");
    }

    static String notScreened(Speech speech) {
        return speech.say("Treat as not screened.", "À considérer comme non contrôlé.");
    }

    private record Teller(Moment moment, Speech speech) {
        String say(String english, String french) {
            return speech.say(english, french);
        }

        LaneShown shown() {
            LaneState state = moment.state();
            return switch (state) {
                case LaneState.Idle() ->
                    shown(
                            "idle",
                            say("IDLE", "EN ATTENTE"),
                            "",
                            say("No vehicle in the lane.", "Aucun véhicule dans la voie."));
                case LaneState.Screening(double seconds, List<Reason> reasons) ->
                    shown(
                            "screening",
                            say("SCREENING", "CONTRÔLE"),
                            speech.number(Math.round(seconds)) + "\u00A0s",
                            say(
                                    "No answer yet. It takes a minute at most.",
                                    "Pas encore de réponse. Il faut une minute au plus."),
                            sentences(reasons));
                case LaneState.Clear(Outcome.NoneFound outcome) ->
                    shown(
                            "clear",
                            say("NONE FOUND", "RIEN TROUVÉ"),
                            downTo(outcome.evidence()),
                            none(outcome.evidence()));
                case LaneState.Alarm(Outcome.LifeSigns outcome, boolean gone) ->
                    shown("alarm", say("LIFE SIGNS", "SIGNES DE VIE"), gone ? left() : "", life(outcome.evidence()));
                case LaneState.Acknowledged(Outcome.LifeSigns outcome, var cause, boolean gone) ->
                    shown(
                            "acknowledged",
                            say("LIFE SIGNS", "SIGNES DE VIE"),
                            say("acknowledged", "acquitté") + (gone ? ", " + left() : ""),
                            cause == null
                                    ? life(outcome.evidence())
                                    : say("Found: ", "Constaté\u00A0: ") + speech.words(cause.title()) + ".");
                case LaneState.Fault(Outcome.CannotTell outcome, boolean _) ->
                    shown(
                            "fault",
                            say("CANNOT TELL", "INDÉTERMINÉ"),
                            "",
                            notScreened(speech),
                            sentences(outcome.reasons()));
                case LaneState.Maintenance() ->
                    shown(
                            "maintenance",
                            say("OUT OF USE", "HORS SERVICE"),
                            "",
                            say("Nothing is screened here.", "Rien n’est contrôlé ici."));
                case LaneState.Stale _ -> shown("stale", stale(speech), "", notScreened(speech));
                case LaneState.NoSignal _ -> shown("no-signal", noSignal(speech), "", notScreened(speech));
            };
        }

        private LaneShown shown(String code, String word, String much, String said) {
            return shown(code, word, much, said, List.of());
        }

        private LaneShown shown(String code, String word, String much, String said, List<String> why) {
            LaneState state = moment.state();
            return new LaneShown(
                    code,
                    word,
                    much,
                    said,
                    why,
                    state instanceof LaneState.Alarm,
                    state instanceof LaneState.Acknowledged(var _, var cause, boolean _) && cause == null,
                    moment.stopped(),
                    state instanceof LaneState.Maintenance,
                    time(moment.at()),
                    trouble(),
                    moment.kind() == null ? "" : Vehicles.code(moment.kind()),
                    moment.readings().stream().map(this::reading).toList(),
                    danger(),
                    moment.last().stream().map(this::row).toList(),
                    moment.played() == null ? "" : speech.words(moment.played()));
        }

        private @Nullable DangerShown danger() {
            boolean read = !moment.readings().isEmpty();
            boolean found =
                    moment.state() instanceof LaneState.Alarm || moment.state() instanceof LaneState.Acknowledged;
            boolean asked = switch (moment.state()) {
                case LaneState.Alarm _ -> true;
                case LaneState.Acknowledged(var _, var cause, boolean _) ->
                    cause == null || cause == Cause.SOMEBODY || cause == Cause.NOT_OPENED;
                case LaneState.Screening _, LaneState.Fault _, LaneState.Stale _, LaneState.NoSignal _ -> read;
                case LaneState.Idle _, LaneState.Clear _, LaneState.Maintenance _ -> false;
            };
            Danger danger = moment.danger();
            return asked && danger != null
                    ? DangerShown.of(danger, moment.at(), moment.kind() != null, found, speech)
                    : null;
        }

        private String reading(Reading one) {
            String what = switch (one.sensor().quantity()) {
                case CARBON_DIOXIDE -> say("Carbon dioxide", "Dioxyde de carbone");
                case OXYGEN -> say("Oxygen", "Oxygène");
                case TEMPERATURE -> say("Temperature", "Température");
                case VELOCITY, ACCELERATION, PRESSURE -> one.sensor().name();
            };
            String where = switch (one.sensor().place()) {
                case LOAD_SPACE -> say(" inside", " à l’intérieur");
                case BESIDE -> say(" outside", " à l’extérieur");
                case CHASSIS, GROUND -> "";
            };
            boolean plain = Math.abs(one.value()) < MOST_SHOWN;
            String value = plain
                    ? speech.number(new BigDecimal(one.value())
                            .setScale(1, RoundingMode.HALF_EVEN)
                            .stripTrailingZeros())
                    : "–";
            String unit = one.sensor().quantity().unit();
            return what + where + say(": ", "\u00A0: ") + value + "\u00A0" + unit + " (" + time(one.at()) + ")";
        }

        private List<String> sentences(List<Reason> reasons) {
            return reasons.stream()
                    .map(one -> speech.words(one.sentence()))
                    .distinct()
                    .toList();
        }

        private String left() {
            return say("the vehicle has left", "le véhicule est parti");
        }

        private String downTo(Evidence evidence) {
            return say("down to ", "jusqu’à ") + newtons(evidence.detectableForceNewtons());
        }

        private String none(Evidence evidence) {
            String force = newtons(evidence.detectableForceNewtons());
            return say(
                    "Of people whose heart moves the vehicle with " + force + ", 9 in 10 would have been found, after "
                            + seconds(evidence.seconds()) + " of signal.",
                    "De ceux dont le cœur fait bouger le véhicule avec " + force
                            + ", 9 sur 10 auraient été trouvés, après " + seconds(evidence.seconds()) + " de signal.");
        }

        private String life(Evidence evidence) {
            List<String> signs = evidence.signs().stream()
                    .map(sign -> name(sign.kind()))
                    .distinct()
                    .toList();
            String what = signs.isEmpty() ? "" : say(" Signs: ", " Signes\u00A0: ") + speech.list(signs) + ".";
            String people = evidence.peopleAtLeast() > 1
                    ? say(" At least ", " Au moins ")
                            + speech.count(evidence.peopleAtLeast(), "person", "people", "personne", "personnes")
                            + "."
                    : "";
            return say(
                            "Somebody is in the vehicle. Call out, knock, open.",
                            "Quelqu’un est dans le véhicule. Appelez, frappez, ouvrez.")
                    + what
                    + people;
        }

        private String name(Evidence.Kind kind) {
            return switch (kind) {
                case HEART -> say("heartbeat", "battements de cœur");
                case MOVEMENT -> say("movement", "mouvement");
                case BREATHING -> say("breathing", "respiration");
                case CARBON_DIOXIDE -> say("carbon dioxide", "dioxyde de carbone");
            };
        }

        /// Rounded up, so that no more is said to have been found than would have been.
        private String newtons(double force) {
            return speech.number(new BigDecimal(force).round(new MathContext(2, RoundingMode.UP))) + "\u00A0N";
        }

        private String seconds(double seconds) {
            return speech.number(Math.round(Math.ceil(seconds))) + "\u00A0s";
        }

        private String trouble() {
            String cut = moment.cut() == null ? "" : speech.words(moment.cut());
            if (moment.unread() == 0) {
                return cut;
            }
            String count = speech.count(
                    moment.unread(),
                    "message could not be used",
                    "messages could not be used",
                    "message n’a pas pu être utilisé",
                    "messages n’ont pas pu être utilisés");
            String last = moment.unusable() == null
                    ? ""
                    : say("; the last: ", "\u202F; le dernier\u00A0: ") + speech.words(moment.unusable());
            return (cut.isEmpty() ? "" : cut + " ") + count + last;
        }

        private Row row(Screened one) {
            String outcome = switch (one.kind()) {
                case LIFE_SIGNS -> say("life signs", "signes de vie");
                case NONE_FOUND -> say("none found", "rien trouvé");
                case CANNOT_TELL -> say("cannot tell", "indéterminé");
            };
            boolean stated = one.kind() == Screened.Kind.NONE_FOUND && Double.isFinite(one.newtons());
            return new Row(
                    CLOCK.format(one.at().atZone(ZoneOffset.UTC)),
                    outcome,
                    stated ? newtons(one.newtons()) : "–",
                    Double.isFinite(one.seconds()) ? seconds(one.seconds()) : "–");
        }
    }

    /// The same as the page's script reads it.
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", code);
        json.put("word", word);
        json.put("much", much);
        json.put("said", said);
        json.put("why", why);
        json.put("sounds", sounds);
        json.put("explain", explain);
        json.put("stopped", stopped);
        json.put("out", out);
        json.put("time", time);
        json.put("trouble", trouble);
        json.put("vehicle", vehicle);
        json.put("readings", readings);
        json.put("danger", danger == null ? null : danger.json());
        List<Object> rows = new ArrayList<>();
        last.forEach(row -> rows.add(List.of(row.time, row.outcome, row.sensitivity, row.decision)));
        json.put("last", rows);
        json.put("played", played);
        return json;
    }
}
