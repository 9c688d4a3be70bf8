package entente.node.lane;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Danger;
import entente.screening.Evidence;
import entente.screening.History;
import entente.screening.Hold;
import entente.screening.Outcome;
import entente.screening.Reading;
import entente.screening.Screening;
import entente.terms.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One lane as it runs: what its sensors say goes into the screening of the vehicle that stands in it, and all who
/// watch
/// are told what it shows. Any number of threads may use it.
public final class Lane {
    /// Who may watch one lane at once.
    public static final int MOST_LISTENERS = 32;

    /// How many screenings are shown.
    static final int MOST_SHOWN = 10;

    /// A screening that has found no answer by then cannot tell.
    static final double MOST_SECONDS = 64;

    /// How old what is said of the danger may be.
    private static final double DANGER_SECONDS = 5;

    private static final int LONGEST_REASON = 200;
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

    private static final double BEAT_SECONDS = 0.5;

    private final String name;
    private final boolean demonstration;
    private final Ticks ticks;
    private final Afterwards ended;
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private final Deque<Screened> last = new ArrayDeque<>();

    /// What becomes of a screening that is over.
    interface Afterwards {
        void screened(Screened screened);

        /// Of a vehicle in which somebody looked and found nobody.
        void empty(Screening.Empty empty);
    }

    private LaneState state = new LaneState.Idle();
    private Freshness freshness = new Freshness();
    private History history = History.none();
    private @Nullable Array array;
    private @Nullable Traces traces;
    private @Nullable Screening screening;

    /// Where the kind of vehicle was said in the middle of the stop: a screening of its air alone,
    /// for the other one has begun without.
    private @Nullable Screening breath;

    private boolean stopped;
    private long stoppedNanos;
    private double decidedSeconds = Double.NaN;
    private double newtons = Double.NaN;
    private @Nullable Air air;
    private @Nullable Danger danger;
    private long dangerNanos;
    private long unread;
    private @Nullable Words unusable;
    private @Nullable Words cut;
    private @Nullable Words played;
    private long toldNanos = Long.MIN_VALUE;

    /// @param ended is told of each screening that is over, on the thread that ended it
    Lane(String name, boolean demonstration, Ticks ticks, Afterwards ended) {
        this.name = name;
        this.demonstration = demonstration;
        this.ticks = ticks;
        this.ended = ended;
    }

    public String name() {
        return name;
    }

    public boolean demonstration() {
        return demonstration;
    }

    // What the sensors say.

    /// Which sensors there are. A vehicle that stands in the lane meanwhile is screened anew.
    synchronized void sensors(Array sensors, History emptied) {
        if (sensors.equals(array) && emptied == history) {
            return;
        }
        if (!sensors.equals(array)) {
            traces = new Traces(sensors);
            freshness = new Freshness();
        }
        array = sensors;
        history = emptied;
        anew();
        tick();
    }

    synchronized Optional<Array> array() {
        return Optional.ofNullable(array);
    }

    synchronized void take(Block block) {
        Array sensors = array;
        Traces drawn = traces;
        if (sensors == null || drawn == null || block.length() == 0) {
            return;
        }
        if (block.samples().length != sensors.sensors().size()) {
            unread(new Words(
                    "a block has " + block.samples().length + " sensors, the lane has "
                            + sensors.sensors().size(),
                    "un bloc a " + block.samples().length + " capteurs, la voie en a "
                            + sensors.sensors().size()));
            return;
        }
        Instant newest = block.start().plusNanos((long) (block.length() / sensors.rateHz() * 1e9));
        freshness.heard(ticks.nanos(), Duration.between(Instant.EPOCH, newest).toNanos());
        drawn.after(block).ifPresent(this::tell);
        Screening now = screening;
        if (now != null && !(state instanceof LaneState.Maintenance)) {
            now.take(block);
            looked(now.outcome(), now.decided());
        }
        tick();
    }

    /// Where no vehicle stands in the lane, a reading is of none.
    synchronized void take(Reading reading) {
        if (air == null) {
            return;
        }
        boolean first = air.newest().isEmpty();
        Optional<Words> refused = air.take(reading, ticks.instant());
        if (refused.isPresent()) {
            unread(refused.get());
            return;
        }
        if (first) {
            // What was worked out before knew nothing of the air.
            forecast(air);
        }
        Screening counts = breath == null ? screening : breath;
        if (counts != null) {
            counts.take(reading);
            breathes(counts);
        }
    }

    /// Carbon dioxide finds people, and never that nobody is there. It may do so long after the minute of the frame.
    private void breathes(Screening counts) {
        boolean told = state instanceof LaneState.Alarm || state instanceof LaneState.Acknowledged;
        if (!told && counts.outcome() instanceof Outcome.LifeSigns life) {
            decidedSeconds = (ticks.nanos() - stoppedNanos) / 1e9;
            happened(new Happening.Looked(life, true));
        }
    }

    /// What the screening says now. `ended` where it says no more.
    synchronized void looked(Outcome outcome, boolean ended) {
        Evidence evidence = outcome.evidence();
        boolean decided = ended || evidence.seconds() >= MOST_SECONDS;
        boolean answered = decided && !(outcome instanceof Outcome.CannotTell);
        if (answered && Double.isNaN(decidedSeconds)) {
            decidedSeconds = evidence.seconds();
        }
        newtons = evidence.detectableForceNewtons();
        happened(new Happening.Looked(outcome, decided));
    }

    // What happens in the lane.

    /// A vehicle has stopped. Where one stands there already, it counts as left.
    ///
    /// @param kind of vehicle, null where nobody has said
    public synchronized void begin(Hold.@Nullable Kind kind) {
        if (stopped) {
            end(false);
        }
        stopped = true;
        air = new Air(ticks.instant(), kind);
        forecast(air);
        screen();
    }

    private void screen() {
        stoppedNanos = ticks.nanos();
        decidedSeconds = Double.NaN;
        newtons = Double.NaN;
        anew();
        happened(new Happening.Began());
    }

    /// What was read of the air of this vehicle counts from the beginning.
    private void anew() {
        Array sensors = array;
        breath = null;
        screening = stopped && sensors != null ? screening(sensors, history) : null;
    }

    private Screening screening(Array sensors, History emptied) {
        Optional<Hold> hold = Optional.ofNullable(air).flatMap(Air::hold);
        Screening made = hold.map(known -> new Screening(sensors, emptied, known))
                .orElseGet(() -> new Screening(sensors, emptied));
        Optional.ofNullable(air).ifPresent(known -> known.readings().forEach(made::take));
        return made;
    }

    private void forecast(Air known) {
        danger = known.danger(ticks.instant());
        dangerNanos = ticks.nanos();
    }

    /// What kind of vehicle stands in the lane.
    public synchronized void vehicle(Hold.Kind kind) {
        if (air != null) {
            air = air.of(kind);
            forecast(air);
            if (array != null) {
                breath = screening(array, History.none());
                breathes(breath);
            }
            announce();
        }
    }

    /// The vehicle has left. `empty` where somebody looked and nobody was in it: the lane learns from that.
    public synchronized void end(boolean empty) {
        if (!stopped) {
            return;
        }
        Screening over = screening;
        boolean counts = !(state instanceof LaneState.Maintenance);
        Screened screened = new Screened(ticks.instant(), kind(), newtons, decidedSeconds);
        stopped = false;
        screening = null;
        breath = null;
        air = null;
        if (counts) {
            last.addFirst(screened);
            if (last.size() > MOST_SHOWN) {
                last.removeLast();
            }
            ended.screened(screened);
        }
        if (over != null && empty) {
            ended.empty(over.empty());
        }
        happened(new Happening.Ended());
        announce();
    }

    private Screened.Kind kind() {
        LaneState shown = state instanceof LaneState.Stale(LaneState before) ? before : state;
        return switch (shown) {
            // Where it has left, the alarm is of the vehicle before.
            case LaneState.Alarm(var _, boolean gone) -> gone ? Screened.Kind.CANNOT_TELL : Screened.Kind.LIFE_SIGNS;
            case LaneState.Acknowledged(var _, var _, boolean gone) ->
                gone ? Screened.Kind.CANNOT_TELL : Screened.Kind.LIFE_SIGNS;
            case LaneState.Clear _ -> Screened.Kind.NONE_FOUND;
            case LaneState.Idle _,
                    LaneState.Screening _,
                    LaneState.Fault _,
                    LaneState.Maintenance _,
                    LaneState.Stale _,
                    LaneState.NoSignal _ -> Screened.Kind.CANNOT_TELL;
        };
    }

    /// Where the vehicle has left, the next one, which stands there already, is screened from now on.
    public synchronized void acknowledge() {
        boolean waited = state instanceof LaneState.Alarm(var _, boolean gone) && gone && stopped;
        happened(new Happening.Acknowledged());
        if (waited) {
            screen();
        }
    }

    public synchronized void explain(Cause cause) {
        happened(new Happening.Explained(cause));
    }

    public synchronized void takeOut() {
        happened(new Happening.TakenOut());
    }

    /// A vehicle that stands there is screened from now on.
    public synchronized void putBack() {
        boolean waited = state instanceof LaneState.Maintenance && stopped;
        happened(new Happening.PutBack());
        if (waited) {
            screen();
        }
    }

    /// A message could not be used. What it holds may stand in the reason: of that a little is shown, and no signs that
    /// nobody can see.
    synchronized void unread(Words why) {
        unread++;
        unusable = new Words(plain(why.en()), plain(why.fr()));
    }

    private static String plain(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("\uFFFD");
        return seen.codePointCount(0, seen.length()) <= LONGEST_REASON
                ? seen
                : seen.substring(0, seen.offsetByCodePoints(0, LONGEST_REASON)) + "…";
    }

    /// What is wrong with the line to the sensors; null where nothing is.
    synchronized void line(@Nullable Words why) {
        cut = why;
    }

    /// What a demonstration plays from now on; null for nothing.
    synchronized void plays(@Nullable Words what) {
        played = what;
        announce();
    }

    /// Notices silence, and lets those who watch know now and then that they are still told. To be called a few times
    /// a second.
    synchronized void tick() {
        long now = ticks.nanos();
        happened(new Happening.Aged(freshness.seconds(now)));
        Screening open = screening;
        if (stopped && open != null && now - stoppedNanos > MOST_SECONDS * 1e9) {
            happened(new Happening.Looked(open.outcome(), true));
        }
        Air known = air;
        if (known != null && now - dangerNanos >= DANGER_SECONDS * 1e9) {
            forecast(known);
        }
        if (toldNanos == Long.MIN_VALUE || now - toldNanos >= BEAT_SECONDS * 1e9) {
            announce();
        }
    }

    private void happened(Happening happening) {
        LaneState before = state;
        state = state.after(happening);
        if (!state.getClass().equals(before.getClass())) {
            announce();
        }
    }

    // Who watches.

    private void announce() {
        toldNanos = ticks.nanos();
        tell(moment());
    }

    private void tell(Event event) {
        listeners.removeIf(one -> !one.tell(event));
    }

    /// What it shows now.
    public synchronized Moment moment() {
        Array sensors = array;
        Air known = shown();
        return new Moment(
                name,
                demonstration,
                ticks.instant(),
                state.after(new Happening.Aged(freshness.seconds(ticks.nanos()))),
                freshness.seconds(ticks.nanos()),
                stopped,
                sensors == null ? List.of() : sensors.sensors(),
                known == null ? List.of() : known.newest(),
                known == null ? null : known.kind(),
                known == null ? null : danger,
                List.copyOf(last),
                unread,
                unusable,
                cut,
                played);
    }

    /// What is known of the vehicle that the state is of.
    private @Nullable Air shown() {
        return switch (state) {
            case LaneState.Alarm(var _, boolean gone) -> gone ? null : air;
            case LaneState.Acknowledged(var _, var _, boolean gone) -> gone ? null : air;
            case LaneState.Idle _,
                    LaneState.Screening _,
                    LaneState.Clear _,
                    LaneState.Fault _,
                    LaneState.Maintenance _,
                    LaneState.Stale _,
                    LaneState.NoSignal _ -> air;
        };
    }

    /// Begins to watch, with what is shown now as the first event; empty where too many do.
    public synchronized Optional<Listener> listen() {
        if (listeners.size() >= MOST_LISTENERS) {
            return Optional.empty();
        }
        Listener listener = new Listener(this);
        listener.tell(moment());
        listeners.add(listener);
        return Optional.of(listener);
    }

    synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }

    /// How many watch.
    public synchronized int watched() {
        return listeners.size();
    }

    /// Drops all who watch.
    synchronized void close() {
        listeners.forEach(Listener::drop);
        listeners.clear();
    }
}
