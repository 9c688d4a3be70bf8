package entente.node.lane;

import entente.screening.Evidence;
import entente.screening.Outcome;
import entente.screening.Reason;
import entente.terms.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a lane shows. Only a screening that has ended in *none found* is ever [Clear], and nothing stays so once the
/// sensors have fallen silent. An alarm outlasts everything but its acknowledgement.
public sealed interface LaneState {
    /// The newest sample may be this old, in seconds, before the lane shows [Stale].
    double STALE_SECONDS = 2;

    /// And this old before it shows [NoSignal]: to be treated as not screened.
    double NO_SIGNAL_SECONDS = 5;

    /// Reasons that no waiting mends. Others, such as that a sensor seems loose, may pass as more
    /// is heard.
    Set<Reason.Code> BROKEN = Set.of(Reason.Code.SENSOR_DEAD, Reason.Code.SENSOR_CLIPPED, Reason.Code.NO_HISTORY);

    /// No vehicle stands in the lane.
    record Idle() implements LaneState {}

    /// A vehicle is being screened. `reasons` are what stands in the way of an answer so far.
    record Screening(double seconds, List<Reason> reasons) implements LaneState {
        public Screening {
            reasons = List.copyOf(reasons);
        }
    }

    /// Nobody was found in the vehicle that stands there.
    record Clear(Outcome.NoneFound outcome) implements LaneState {}

    /// Somebody is in the vehicle, and no officer has said that they know. `gone` where it has left.
    record Alarm(Outcome.LifeSigns outcome, boolean gone) implements LaneState {}

    /// Somebody is in the vehicle, and an officer knows. `cause` is null until they say what it was.
    record Acknowledged(Outcome.LifeSigns outcome, @Nullable Cause cause, boolean gone) implements LaneState {}

    /// The screening cannot tell. `closed` where it is over, so that only signs of life change it.
    record Fault(Outcome.CannotTell outcome, boolean closed) implements LaneState {}

    /// Out of use.
    record Maintenance() implements LaneState {}

    /// The newest sample is more than [#STALE_SECONDS] old; `before` is what was shown until then.
    record Stale(LaneState before) implements LaneState {}

    /// The newest sample is more than [#NO_SIGNAL_SECONDS] old.
    record NoSignal(LaneState before) implements LaneState {}

    /// What is shown once something has happened.
    default LaneState after(Happening happening) {
        return switch (happening) {
            case Happening.Began() -> began();
            case Happening.Looked(Outcome outcome, boolean decided) -> looked(outcome, decided);
            case Happening.Ended() -> ended();
            case Happening.Acknowledged() -> acknowledged();
            case Happening.Explained(Cause cause) -> explained(cause);
            case Happening.TakenOut() -> takenOut();
            case Happening.PutBack() -> this instanceof Maintenance ? new Idle() : this;
            case Happening.Aged(double seconds) -> aged(seconds);
        };
    }

    private LaneState began() {
        return switch (this) {
            case Idle _, Clear _, Fault _, Acknowledged _ -> new Screening(0, List.of());
            // An alarm that nobody has seen is not wiped out by the next vehicle, which is not screened.
            case Screening _, Alarm _, Maintenance _ -> this;
            case Stale(LaneState before) -> silent(before.began(), false);
            case NoSignal(LaneState before) -> silent(before.began(), true);
        };
    }

    private LaneState looked(Outcome outcome, boolean decided) {
        return switch (this) {
            case Screening _ -> screened(outcome, decided);
            case Fault(var _, boolean closed) -> closed ? found(outcome) : screened(outcome, decided);
            case Clear _ -> found(outcome);
            case Idle _, Alarm _, Acknowledged _, Maintenance _ -> this;
            case Stale(LaneState before) -> silent(before.looked(outcome, decided), false);
            case NoSignal(LaneState before) -> silent(before.looked(outcome, decided), true);
        };
    }

    private static LaneState screened(Outcome outcome, boolean decided) {
        return switch (outcome) {
            case Outcome.LifeSigns life -> new Alarm(life, false);
            case Outcome.NoneFound none ->
                decided ? new Clear(none) : new Screening(none.evidence().seconds(), List.of());
            case Outcome.CannotTell cannot ->
                decided || cannot.reasons().stream().anyMatch(reason -> BROKEN.contains(reason.code()))
                        ? new Fault(cannot, false)
                        : new Screening(cannot.evidence().seconds(), cannot.reasons());
        };
    }

    /// A sign of life counts also where the answer was given already.
    private LaneState found(Outcome outcome) {
        return outcome instanceof Outcome.LifeSigns life ? new Alarm(life, false) : this;
    }

    private LaneState ended() {
        return switch (this) {
            case Idle _, Maintenance _ -> this;
            case Clear _ -> new Idle();
            case Screening(double seconds, var _) ->
                new Fault(
                        cannot(
                                seconds,
                                Reason.Code.TOO_SHORT,
                                "The vehicle left before there was an answer. Treat it as not screened.",
                                "Le véhicule est parti avant toute réponse. À considérer comme non contrôlé."),
                        true);
            case Fault(Outcome.CannotTell outcome, boolean _) -> new Fault(outcome, true);
            case Alarm(Outcome.LifeSigns outcome, boolean _) -> new Alarm(outcome, true);
            case Acknowledged(Outcome.LifeSigns outcome, var cause, boolean _) ->
                cause == null ? new Acknowledged(outcome, null, true) : new Idle();
            case Stale(LaneState before) -> silent(before.ended(), false);
            case NoSignal(LaneState before) -> silent(before.ended(), true);
        };
    }

    private LaneState acknowledged() {
        return this instanceof Alarm(Outcome.LifeSigns outcome, boolean gone)
                ? new Acknowledged(outcome, null, gone)
                : this;
    }

    private LaneState explained(Cause cause) {
        return this instanceof Acknowledged(Outcome.LifeSigns outcome, var _, boolean gone)
                ? gone ? new Idle() : new Acknowledged(outcome, cause, false)
                : this;
    }

    private LaneState takenOut() {
        return switch (this) {
            case Alarm _, Acknowledged _ -> this;
            case Idle _, Screening _, Clear _, Fault _, Maintenance _, Stale _, NoSignal _ -> new Maintenance();
        };
    }

    private LaneState aged(double seconds) {
        LaneState under = under();
        if (seconds > NO_SIGNAL_SECONDS) {
            return silent(under, true);
        }
        if (seconds > STALE_SECONDS) {
            // What was silent for so long is not merely late because its age has fallen a little.
            return silent(this instanceof NoSignal ? lost(under) : under, false);
        }
        return this instanceof NoSignal ? lost(under) : under;
    }

    /// What is shown under the silence.
    private LaneState under() {
        return switch (this) {
            case Stale(LaneState before) -> before;
            case NoSignal(LaneState before) -> before;
            case Idle _, Screening _, Clear _, Alarm _, Acknowledged _, Fault _, Maintenance _ -> this;
        };
    }

    /// Nobody watched the vehicle for a while: that it was empty before is no longer known.
    private static LaneState lost(LaneState under) {
        return under instanceof Clear(Outcome.NoneFound outcome)
                ? new Fault(
                        cannot(
                                outcome.evidence().seconds(),
                                Reason.Code.GAP,
                                "The sensors fell silent after the screening. Screen the vehicle again.",
                                "Les capteurs se sont tus après le contrôle. Contrôlez de nouveau le véhicule."),
                        true)
                : under;
    }

    private static LaneState silent(LaneState under, boolean lost) {
        return switch (under) {
            case Alarm _, Acknowledged _, Maintenance _ -> under;
            case Idle _, Screening _, Clear _, Fault _, Stale _, NoSignal _ ->
                lost ? new NoSignal(under) : new Stale(under);
        };
    }

    private static Outcome.CannotTell cannot(double seconds, Reason.Code code, String en, String fr) {
        return new Outcome.CannotTell(
                new Evidence(0, Double.NaN, Double.NaN, seconds, 0, List.of()),
                List.of(new Reason(code, "", new Words(en, fr))));
    }
}
