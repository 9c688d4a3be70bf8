package entente.node.lane;

import entente.screening.Block;
import entente.screening.History;
import entente.screening.Hold;
import entente.screening.Screening;
import entente.terms.Words;
import entente.trial.Chance;
import entente.trial.Ground;
import entente.trial.Plan;
import entente.trial.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A lane that plays the stops of [Played] again and again, as long as somebody looks. It is screened as any other
/// lane is, and nothing of it goes on the record.
///
/// Before the first stop it learns from simulated empty vehicles, on no thread that answers a request, and says how
/// far it is.
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

    /// How many empty vehicles the lane learns from.
    private static final int LESSONS = 40;

    private static final long GROUND_SEED = 1;

    private final Ticks ticks;
    private final Lane lane;
    private @Nullable Thread playing;
    private volatile long wokenNanos;
    private volatile boolean closed;

    /// Of the thread that plays.
    private @Nullable Course course;

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
            // No virtual one: it computes, and would keep a request waiting.
            playing = Thread.ofPlatform().daemon().name("demonstration").start(this::play);
        }
    }

    private void play() {
        try {
            Course known = course == null ? course(this::learns) : course;
            course = known;
            lane.sensors(Played.ARRAY, History.none());
            quiet(known);
            while (!over()) {
                lane.sensors(Played.ARRAY, known.learned().join());
                for (Played played : Played.values()) {
                    stop(played, known.place());
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
        lane.plays(null);
        return true;
    }

    private boolean awake() {
        return !closed && (lane.watched() > 0 || ticks.nanos() - wokenNanos < AWAKE_NANOS);
    }

    /// What the lane makes of empty vehicles, once it has learned, and the noise of the ground for
    /// what is played, which has nothing in common with what was learned from.
    record Course(CompletableFuture<History> learned, Ground place) {}

    /// Begins to learn.
    ///
    /// @param progress is told of how many vehicles it has learned
    static Course course(IntConsumer progress) {
        Ground ground = Ground.invented(GROUND_SEED);
        Ground before = ground.half(true);
        return new Course(CompletableFuture.supplyAsync(() -> learn(before, progress)), ground.half(false));
    }

    private static History learn(Ground place, IntConsumer progress) {
        List<Screening.Empty> lessons = new ArrayList<>();
        while (lessons.size() < LESSONS) {
            progress.accept(lessons.size());
            lessons.add(Trial.empty(Chance.seed(lessons.size()), place, Plan.empty()));
        }
        return History.of(lessons);
    }

    private void learns(int stops) {
        lane.plays(new Words(
                "The lane is learning from simulated empty vehicles: " + stops + " of " + LESSONS + ".",
                "La voie apprend sur des véhicules vides simulés\u00A0: " + stops + " sur " + LESSONS + "."));
    }

    /// No vehicle is announced until the lane has learned.
    private void quiet(Course course) {
        Signal signal = new Signal(Played.EMPTY.stop(course.place()).blocks());
        for (int step = 0; awake() && !course.learned().isDone(); step++) {
            lane.take(signal.at(step));
            signal.await(step + 1);
        }
    }

    /// One stop: the vehicle comes, is listened to until there is an answer, stands for a while, and leaves.
    private void stop(Played played, Ground place) {
        if (!awake()) {
            return;
        }
        lane.plays(new Words(
                "What is played: " + played.what.en() + ".", "Ce qui est joué\u00A0: " + played.what.fr() + "."));
        Signal signal = new Signal(played.stop(place).blocks());
        int leaves = Integer.MAX_VALUE;
        for (int step = 0; awake() && step < leaves; step++) {
            if (step == BEFORE_STEPS) {
                lane.begin(Hold.Kind.REFRIGERATED_TRAILER);
            }
            if (step % READ_STEPS == 0) {
                played.air(ticks.instant()).forEach(lane::take);
            }
            lane.take(signal.at(step));
            if (leaves == Integer.MAX_VALUE && step > BEFORE_STEPS && held() > 0) {
                leaves = step + held();
            }
            signal.await(step + 1);
        }
        lane.acknowledge();
        lane.end(false);
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

    @Override
    public void close() {
        closed = true;
    }

    /// What the sensors give from now on, a step at a time: first the end of a minute, while no vehicle is announced,
    /// then all of it, and then it begins again.
    private final class Signal {
        private static final int SAMPLES = (int) Math.round(Played.ARRAY.rateHz() * STEP_NANOS / 1e9);

        private final List<float[][]> steps = new ArrayList<>();
        private final Instant begins = ticks.instant();
        private final long beginsNanos = ticks.nanos();

        Signal(List<Block> blocks) {
            for (Block block : blocks) {
                for (int at = 0; at + SAMPLES <= block.length(); at += SAMPLES) {
                    int from = at;
                    steps.add(Arrays.stream(block.samples())
                            .map(one -> Arrays.copyOfRange(one, from, from + SAMPLES))
                            .toArray(float[][]::new));
                }
            }
        }

        Block at(int step) {
            return new Block(
                    begins.plusNanos(step * STEP_NANOS), steps.get(Math.floorMod(step - BEFORE_STEPS, steps.size())));
        }

        void await(int step) {
            LockSupport.parkNanos(beginsNanos + step * STEP_NANOS - ticks.nanos());
        }
    }
}
