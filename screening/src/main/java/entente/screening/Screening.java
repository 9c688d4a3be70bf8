package entente.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The screening of one stop: the detector.
///
/// It is given the blocks of the lane's [Array] in order of time, and readings as they come, and
/// knows no clock but theirs. It looks at the signal at 8, 10, 12, 14, 18, 24, 30, 36, 44, 52 and
/// 60 s, before 14 s for movement only, and has [#decided] once somebody was found or a person of
/// [#ASKED_NEWTONS] would have been; later blocks change nothing. Another stop needs another
/// screening.
///
/// It is changed by what it is given and belongs to one thread.
public final class Screening {
    /// The rms force, from 3 to 15 Hz, of a weak heart: it is looked for until it would have been
    /// found.
    public static final double ASKED_NEWTONS = 0.3;

    /// The rms force of a middling heart: they have 0.3 to 1 N. Where not even that would have been
    /// found after a minute, nothing is said.
    public static final double MOST_NEWTONS = 0.5;

    /// The mass by which a noise at the sensors is turned into the force that is told from it.
    /// Vehicles have 3 to 30 t, and resonances make up for part of it; with this, a heart of the
    /// stated force was found in about nine of ten simulated vehicles that none of the figures of
    /// the evaluation rests on (`docs/spec/screening.md`).
    public static final double MODAL_MASS_KG = 3_000;

    /// None found is said where an empty vehicle is at least so much likelier (the natural
    /// logarithm).
    private static final double EMPTY = -1.5;

    /// Beside a machine a person has to be so much likelier still: what the lines leave of it is
    /// common to all sensors as well.
    private static final double BESIDE_MACHINE = 1;

    /// From here on carbon dioxide alone says that somebody breathes: one in a hundred by chance,
    /// if its balance is right.
    private static final double BREATHES = Math.log(99);

    /// Fewer have nothing in common.
    private static final int LEAST_CHASSIS = 2;

    /// The middle of the band.
    private static final double MIDDLE_HZ = 7;

    private static final int MARK = 0x53435234;

    /// What one stop of a vehicle known to be empty gave, at each look: for [History#of]. To be
    /// taken from a screening with [History#none].
    public record Empty(int chassis, int references, List<float[]> looks) {
        public Empty {
            looks = List.copyOf(looks);
        }

        /// Whether it lasted a minute without a fault, as a history needs.
        public boolean whole() {
            return looks.size() == Look.COUNT;
        }
    }

    private final Array array;
    private final History history;
    private final @Nullable AirBalance air;
    private final Intake intake;
    private final Strip strip;
    private final List<Integer> chassis = new ArrayList<>();
    private final List<Integer> references = new ArrayList<>();
    private final List<Integer> beside = new ArrayList<>();
    private final List<float[]> looks = new ArrayList<>();
    private @Nullable Look look;
    /// None found ends the test only where two looks say so: a fault of a sensor seldom escapes both.
    private boolean noneBefore;
    private @Nullable Outcome decision;
    private Breath decidedWith = Breath.NONE;

    /// @throws IllegalArgumentException where the array has fewer than two chassis sensors, or the
    /// history is of other sensors
    public Screening(Array array, History history) {
        this(array, history, (AirBalance) null);
    }

    /// With what is known of the load space, so that readings of its carbon dioxide count as well.
    ///
    /// @throws IllegalArgumentException as above
    public Screening(Array array, History history, Hold hold) {
        this(array, history, new AirBalance(hold));
    }

    private Screening(Array array, History history, @Nullable AirBalance air) {
        this.array = array;
        this.history = history;
        this.air = air;
        for (int i = 0; i < array.sensors().size(); i++) {
            switch (array.sensors().get(i).place()) {
                case CHASSIS -> chassis.add(i);
                case GROUND -> references.add(i);
                case BESIDE -> beside.add(i);
                case LOAD_SPACE -> {}
            }
        }
        if (chassis.size() < LEAST_CHASSIS) {
            throw new IllegalArgumentException(
                    "a screening needs two chassis sensors or more, lane " + array.lane() + " has " + chassis.size());
        }
        if (!history.fits(chassis.size(), references.size())) {
            throw new IllegalArgumentException("the history is of other sensors than lane " + array.lane() + " has");
        }
        this.intake = new Intake(array);
        this.strip = new Strip(array.sensors().size(), references);
    }

    /// Takes the next block. Gaps and late blocks are seen, not hidden.
    ///
    /// @throws IllegalArgumentException where it has not the sensors of the array
    public void take(Block block) {
        if (decision == null) {
            intake.take(block, strip, this::look);
        }
    }

    /// Takes the next reading. Only carbon dioxide in the load space counts here, and only where
    /// that space is known. It counts after the test has ended as well: then it can still say that
    /// somebody is there, and never that nobody is.
    public void take(Reading reading) {
        if (air != null) {
            air.take(reading);
            Breath now = breath();
            if (now.alone() && !(decision instanceof Outcome.LifeSigns)) {
                decide(now);
            }
        }
    }

    /// What carbon dioxide says for somebody: little of it is no reason against. `people` is at
    /// least how many.
    private record Breath(double ratio, int people) {
        static final Breath NONE = new Breath(0, 0);

        /// Whether it is enough by itself.
        boolean alone() {
            return ratio >= BREATHES;
        }
    }

    private Breath breath() {
        return air == null ? Breath.NONE : new Breath(Math.max(0, air.logLikelihoodRatio()), air.peopleAtLeast());
    }

    private void decide(Breath breath) {
        decidedWith = breath;
        decision = judge(breath);
    }

    private boolean look() {
        if (Look.due(strip.size())) {
            List<Integer> working = healthy();
            if (working.size() >= LEAST_CHASSIS) {
                look = Look.at(array, strip, working, references, beside);
                looks.add(look.traits());
            }
            Breath breath = breath();
            Outcome now = judge(breath);
            boolean none = now instanceof Outcome.NoneFound found
                    && found.evidence().detectableForceNewtons() <= ASKED_NEWTONS;
            boolean last = history.stops() > 0 && strip.size() == Strip.MOST;
            if (now instanceof Outcome.LifeSigns || (none && noneBefore) || last) {
                decide(breath);
            }
            noneBefore = none;
        }
        return decision == null;
    }

    /// The outcome as of now.
    public Outcome outcome() {
        return decision == null ? judge(breath()) : decision;
    }

    /// Whether the test has ended: somebody was found, or would have been, or a minute has passed.
    public boolean decided() {
        return decision != null;
    }

    /// By how much the references lowered the power of the chassis from 3 to 15 Hz at the newest
    /// look, in decibels, mean of its sensors; NaN before the first look.
    public double cancelledDb() {
        return look == null ? Double.NaN : look.cancelledDb();
    }

    /// How well beats alone were followed at the newest look: the logarithm of how much more the
    /// signal is like itself one beat later than it usually is. NaN before 14 s.
    public double followed() {
        return look == null || look.early() ? Double.NaN : look.pulse().score();
    }

    private boolean works(int sensor) {
        return !intake.wear(sensor).dead() && !intake.wear(sensor).clipped();
    }

    private List<Integer> healthy() {
        return chassis.stream().filter(this::works).toList();
    }

    /// Whether what shakes the vehicle from outside is heard: without it everything would look like
    /// life.
    private boolean grounded() {
        return references.stream().allMatch(this::works);
    }

    private Outcome judge(Breath breath) {
        Look seen = look;
        List<Reason> reasons = reasons(seen);
        if (seen == null || history.stops() == 0) {
            Evidence evidence = evidence(
                    breath.ratio() > 0 ? breath.ratio() : Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    kinds(null, breath),
                    breath);
            return breath.alone() ? new Outcome.LifeSigns(evidence) : new Outcome.CannotTell(evidence, reasons);
        }
        Signs signs = history.evidence(seen.stretches(), seen.traits(), seen.spared());
        double ratio = signs.total() + breath.ratio();
        double force = seen.early()
                ? Double.NaN
                : Signs.found(history, seen.stretches(), seen.spared())
                        * seen.noise()
                        * 2
                        * Math.PI
                        * MIDDLE_HZ
                        * MODAL_MASS_KG;
        double beside = seen.machine() ? BESIDE_MACHINE : 0;
        boolean moves = signs.moving() >= history.restless() + beside;
        boolean life = moves || (!seen.early() && ratio >= history.threshold() + beside) || breath.alone();
        List<Evidence.Sign> kinds = life ? kinds(signs, breath) : List.of();
        double rate = kinds.stream().anyMatch(sign -> sign.kind() == Evidence.Kind.HEART)
                ? seen.pulse().rateBpm()
                : Double.NaN;
        Evidence evidence = evidence(ratio, force, rate, kinds, breath);
        List<Reason> doubts = life && !moves ? doubts(seen, signs) : List.of();
        if (breath.alone() || (life && grounded() && doubts.isEmpty())) {
            return new Outcome.LifeSigns(evidence);
        }
        reasons.addAll(doubts);
        if (reasons.isEmpty() && ratio <= EMPTY && force <= MOST_NEWTONS) {
            return new Outcome.NoneFound(evidence);
        }
        if (reasons.isEmpty()) {
            reasons.add(force <= MOST_NEWTONS ? Reasons.undecided() : Reasons.loud(force));
        }
        return new Outcome.CannotTell(evidence, reasons.stream().distinct().toList());
    }

    /// What else may be at work that passes for life, unless somebody moves.
    private List<Reason> doubts(Look seen, Signs signs) {
        List<Reason> doubts = new ArrayList<>();
        if (seen.even(signs)) {
            doubts.add(Reasons.engine(seen.linesHz()));
        }
        if (seen.deaf(history)) {
            doubts.add(Reasons.unheard());
        }
        if (seen.exchanged(history)) {
            int sensor = seen.worst()[Trait.SHRILL.place()];
            doubts.add(Reasons.bearing(Trait.SHRILL, array.sensors().get(sensor).name()));
        }
        if (seen.fromOutside(history)) {
            doubts.add(Reasons.wheels());
        }
        return doubts;
    }

    /// What speaks for life, strongest first. What the sensors have in common is the heart's where
    /// its beats are followed, and otherwise movement of whatever kind.
    private static List<Evidence.Sign> kinds(@Nullable Signs signs, Breath breath) {
        double heart = signs != null && signs.beat() > 0 ? signs.beat() + Math.max(0, signs.energy()) : 0;
        double movement = signs == null ? 0 : Math.max(signs.movement(), signs.beat() > 0 ? 0 : signs.energy());
        List<Evidence.Sign> kinds = new ArrayList<>();
        if (breath.alone()) {
            kinds.add(new Evidence.Sign(Evidence.Kind.CARBON_DIOXIDE, breath.ratio()));
        }
        if (heart > 0) {
            kinds.add(new Evidence.Sign(Evidence.Kind.HEART, heart));
        }
        if (movement > 0) {
            kinds.add(new Evidence.Sign(Evidence.Kind.MOVEMENT, movement));
        }
        kinds.sort(Comparator.comparingDouble(Evidence.Sign::logLikelihoodRatio).reversed());
        return kinds;
    }

    private Evidence evidence(double ratio, double force, double rate, List<Evidence.Sign> kinds, Breath breath) {
        double seconds = Math.min(intake.seconds(), Strip.SECONDS + (Strip.MOST - 1) * Strip.STEP_SECONDS);
        int people = kinds.isEmpty() ? 0 : Math.max(1, breath.people());
        return new Evidence(ratio, force, rate, seconds, people, kinds);
    }

    private void odd(Look seen, List<Reason> reasons) {
        for (Trait trait : seen.unfit(history)) {
            reasons.add(Reasons.bearing(
                    trait, array.sensors().get(seen.worst()[trait.place()]).name()));
        }
        if (seen.machine() || seen.odd(history, Trait.LINE)) {
            reasons.add(Reasons.engine(seen.linesHz()));
        }
        if (seen.odd(history, Trait.UNHEARD)) {
            reasons.add(Reasons.unheard());
        }
        if (seen.odd(history, Trait.STEPS) || seen.odd(history, Trait.ECHO)) {
            reasons.add(Reasons.steps());
        }
        if (seen.odd(history, Trait.SWAY) || seen.odd(history, Trait.WIND)) {
            reasons.add(Reasons.wind());
        }
    }

    private List<Reason> reasons(@Nullable Look seen) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < array.sensors().size(); i++) {
            String name = array.sensors().get(i).name();
            if (intake.wear(i).dead()) {
                reasons.add(Reasons.dead(name));
            } else if (intake.wear(i).clipped()) {
                reasons.add(Reasons.clipped(name));
            } else if (intake.wear(i).missing()) {
                reasons.add(Reasons.missing(name));
            }
        }
        if (intake.gap()) {
            reasons.add(Reasons.gap());
        }
        if (references.isEmpty()) {
            reasons.add(Reasons.noGround());
        }
        if (history.stops() == 0) {
            reasons.add(Reasons.noHistory());
        }
        if (seen == null || seen.early()) {
            reasons.add(Reasons.tooShort());
        }
        if (seen != null && history.stops() > 0) {
            odd(seen, reasons);
        }
        return reasons;
    }

    /// The whole of its state, for a checkpoint: [#restored] goes on as if nothing had been. At
    /// most 250 kB for nine sensors.
    public byte[] saved() {
        Pack.Out out = new Pack.Out();
        out.whole(MARK)
                .word(array.lane())
                .real(array.rateHz())
                .whole(array.sensors().size());
        for (Sensor sensor : array.sensors()) {
            out.word(sensor.name()).word(sensor.place().name());
            out.word(sensor.quantity().name()).word(sensor.axis().name());
        }
        history.write(out);
        out.part(air == null ? new byte[0] : air.saved());
        intake.save(out);
        strip.save(out);
        out.whole(looks.size());
        looks.forEach(out::floats);
        out.whole(look == null ? 0 : 1);
        if (look != null) {
            look.write(out);
        }
        out.whole(noneBefore ? 1 : 0).whole(decision == null ? 0 : 1);
        if (decision != null) {
            out.real(decidedWith.ratio()).whole(decidedWith.people());
        }
        return out.done();
    }

    /// @throws IllegalArgumentException where the bytes are not those of a screening of this
    /// version
    public static Screening restored(byte[] saved) {
        Pack.In in = new Pack.In(saved);
        if (in.whole() != MARK) {
            throw new IllegalArgumentException("these are not the bytes of a screening");
        }
        String lane = in.word();
        double rateHz = in.real();
        List<Sensor> sensors = new ArrayList<>();
        for (int left = in.count(1); left > 0; left--) {
            sensors.add(new Sensor(
                    in.word(),
                    in.one(Sensor.Place.values()),
                    in.one(Sensor.Quantity.values()),
                    in.one(Sensor.Axis.values())));
        }
        Array array = new Array(lane, rateHz, sensors);
        History history = History.read(in);
        byte[] air = in.part();
        Screening screening = new Screening(array, history, air.length == 0 ? null : AirBalance.restored(air));
        screening.resume(in);
        in.end();
        return screening;
    }

    private void resume(Pack.In in) {
        intake.restore(in);
        strip.restore(in);
        for (int left = in.count(1); left > 0; left--) {
            looks.add(in.floats());
        }
        if (in.whole() == 1) {
            look = Look.read(in);
        }
        noneBefore = in.whole() == 1;
        if (in.whole() == 1) {
            decide(new Breath(in.real(), (int) in.whole()));
        }
    }

    /// What this stop gave, when its vehicle is known to be empty.
    public Empty empty() {
        return new Empty(chassis.size(), references.size(), looks);
    }
}
