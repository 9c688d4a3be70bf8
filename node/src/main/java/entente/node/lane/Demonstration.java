package entente.node.lane;

import entente.screening.Block;
import entente.screening.History;
import entente.screening.Hold;
import entente.screening.Outcome;
import entente.screening.Screening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A lane that plays simulated stops again and again, as long as somebody looks: an empty vehicle, one calm person, a
/// sensor that has come loose. It is screened as any other lane is, and nothing of it goes on the record.
final class Demonstration implements Lanes.Watched {
    static final String NAME = "demonstration";

    private static final System.Logger LOG = System.getLogger(Demonstration.class.getName());

    private static final long STEP_NANOS = 200_000_000L;
    private static final int BEFORE_STEPS = 15;
    private static final int READ_STEPS = 20;
    private static final int HELD_STEPS = 40;

    /// An alarm that nobody acknowledges by then is acknowledged by the demonstration, so that it goes on.
    private static final int ALARM_STEPS = 150;

    private static final long AWAKE_NANOS = 30_000_000_000L;

    private final Ticks ticks;
    private final Lane lane;
    private @Nullable Thread playing;
    private @Nullable CompletableFuture<Play> made;
    private volatile long wokenNanos;
    private volatile boolean closed;

    Demonstration(Ticks ticks) {
        this.ticks = ticks;
        lane = new Lane(NAME, true, ticks, new Lane.Afterwards() {
            @Override
            public void screened(Screened screened) {}

            @Override
            public void empty(Screening.Empty empty) {}
        });
    }

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public synchronized void wake() {
        wokenNanos = ticks.nanos();
        if (playing == null && !closed) {
            CompletableFuture<Play> play = made == null ? CompletableFuture.supplyAsync(Play::make) : made;
            made = play;
            playing = Thread.ofVirtual().name("demonstration").start(() -> play(play));
        }
    }

    private void play(CompletableFuture<Play> coming) {
        try {
            Stop quiet = new Stop(Invented.Scene.EMPTY, Invented.stop(1, Invented.Scene.EMPTY));
            lane.sensors(Invented.ARRAY, History.none());
            while (!over()) {
                if (!coming.isDone()) {
                    stop(quiet, coming::isDone);
                    continue;
                }
                Play play = coming.join();
                lane.sensors(Invented.ARRAY, play.history());
                for (int i = 0; i < play.stops().size() && awake(); i++) {
                    stop(play.stops().get(i), null);
                }
            }
        } catch (RuntimeException mistake) {
            LOG.log(System.Logger.Level.ERROR, "the demonstration has ended", mistake);
            synchronized (this) {
                playing = null;
            }
        }
    }

    private synchronized boolean over() {
        if (awake()) {
            return false;
        }
        playing = null;
        return true;
    }

    private boolean awake() {
        return !closed && (lane.watched() > 0 || ticks.nanos() - wokenNanos < AWAKE_NANOS);
    }

    /// One stop: the vehicle comes, is listened to until there is an answer, stands for a while, and leaves. Where
    /// there is
    /// something to wait for, the lane stays empty until then.
    private void stop(Stop stop, @Nullable Waiting waiting) {
        List<float[][]> steps = steps(stop.blocks());
        Instant from = ticks.instant();
        long began = ticks.nanos();
        int leaves = Integer.MAX_VALUE;
        for (int step = 0; awake() && step < leaves && (waiting == null || !waiting.over()); step++) {
            if (step == BEFORE_STEPS && waiting == null) {
                lane.begin(Hold.Kind.REFRIGERATED_TRAILER);
            }
            if (step % READ_STEPS == 0) {
                Invented.air(stop.scene(), from.plusNanos(step * STEP_NANOS)).forEach(lane::take);
            }
            lane.take(block(steps, step, from));
            if (leaves == Integer.MAX_VALUE && step > BEFORE_STEPS && waiting == null && held() > 0) {
                leaves = step + held();
            }
            LockSupport.parkNanos(began + (step + 1) * STEP_NANOS - ticks.nanos());
        }
        if (waiting == null) {
            lane.acknowledge();
            lane.end(false);
        }
    }

    /// What follows after its minute was heard before.
    private static Block block(List<float[][]> steps, int step, Instant from) {
        return new Block(from.plusNanos(step * STEP_NANOS), steps.get(step % steps.size()));
    }

    private interface Waiting {
        boolean over();
    }

    /// How many steps more a vehicle stands once there is an answer; 0 while there is none.
    private int held() {
        return switch (lane.moment().state()) {
            case LaneState.Clear _, LaneState.Fault _ -> HELD_STEPS;
            case LaneState.Alarm _, LaneState.Acknowledged _ -> ALARM_STEPS;
            case LaneState.Idle _,
                    LaneState.Screening _,
                    LaneState.Maintenance _,
                    LaneState.Stale _,
                    LaneState.NoSignal _ -> 0;
        };
    }

    private static List<float[][]> steps(List<Block> stop) {
        int samples = (int) Math.round(Invented.ARRAY.rateHz() * STEP_NANOS / 1e9);
        List<float[][]> steps = new ArrayList<>();
        for (Block block : stop) {
            for (int at = 0; at + samples <= block.length(); at += samples) {
                float[][] some = new float[block.samples().length][];
                for (int i = 0; i < some.length; i++) {
                    some[i] = Arrays.copyOfRange(block.samples()[i], at, at + samples);
                }
                steps.add(some);
            }
        }
        return steps;
    }

    @Override
    public void close() {
        closed = true;
    }

    /// A vehicle that is played: what is in it, and what the sensors give.
    record Stop(Invented.Scene scene, List<Block> blocks) {}

    /// The stops that are played, and what the invented lane gave when it was empty. Of each scene it is the first
    /// stop, by
    /// its seed, that shows the outcome which is to be shown.
    record Play(History history, List<Stop> stops) {
        private static final int LESSONS = 60;
        private static final int MOST_TRIES = 40;

        static Play make() {
            List<Screening.Empty> lessons = new ArrayList<>();
            for (int seed = 1; seed <= LESSONS; seed++) {
                lessons.add(screened(Invented.stop(seed, Invented.Scene.EMPTY), History.none())
                        .empty());
            }
            History history = History.of(lessons);
            return new Play(
                    history,
                    List.of(
                            first(history, Invented.Scene.EMPTY, Outcome.NoneFound.class::isInstance),
                            first(history, Invented.Scene.ONE_CALM_PERSON, Outcome.LifeSigns.class::isInstance),
                            first(history, Invented.Scene.LOOSE_SENSOR, Outcome.CannotTell.class::isInstance)));
        }

        private static Stop first(History history, Invented.Scene scene, Predicate<Outcome> wanted) {
            for (int i = 0; i < MOST_TRIES; i++) {
                List<Block> stop = Invented.stop(1_000 + i, scene);
                if (wanted.test(played(stop, history))) {
                    return new Stop(scene, stop);
                }
            }
            throw new IllegalStateException("no invented stop shows what is to be shown: " + scene);
        }

        /// What the lane will say of it: it hears the vehicle from when that has stopped, a step at a time.
        static Outcome played(List<Block> stop, History history) {
            Screening screening = new Screening(Invented.ARRAY, history);
            List<float[][]> steps = steps(stop);
            int most = BEFORE_STEPS + (int) (Lane.MOST_SECONDS * 1e9 / STEP_NANOS);
            for (int step = BEFORE_STEPS; step < most && !screening.decided(); step++) {
                screening.take(block(steps, step, Instant.EPOCH));
            }
            return screening.outcome();
        }

        private static Screening screened(List<Block> stop, History history) {
            Screening screening = new Screening(Invented.ARRAY, history);
            stop.forEach(screening::take);
            return screening;
        }
    }
}
