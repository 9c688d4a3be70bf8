package entente.node.lane;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.History;
import entente.screening.Hold;
import entente.screening.Reading;
import entente.screening.Screening;
import entente.screening.Sensor;
import entente.terms.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A lane with sensors: what they send waits in a short queue for the one thread that works the lane.
final class LiveLane implements Lanes.Watched {
    /// Half a minute of blocks of half a second each. What does not fit is counted as lost: the detector sees the gap.
    static final int MOST_WAITING = 64;

    private static final System.Logger LOG = System.getLogger(LiveLane.class.getName());

    private static final Words FULL = new Words(
            "more comes than can be looked at: blocks were lost",
            "il arrive plus qu’il ne peut être examiné\u202F: des blocs ont été perdus");

    private final Ticks ticks;
    private final Diary diary;
    private final Diary.Teller teller;
    private final Lessons lessons;
    private final Lane lane;
    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean closed;
    private History history;
    private List<Sensor> slow = List.of();
    private @Nullable LocalDate settled;

    LiveLane(String name, Path folder, Ticks ticks, Diary.Teller teller) {
        this.ticks = ticks;
        this.teller = teller;
        diary = new Diary(name, folder);
        lessons = new Lessons(name, folder);
        history = lessons.history();
        lane = new Lane(name, false, ticks, new Lane.Afterwards() {
            @Override
            public void screened(Screened screened) {
                diary.write(screened);
            }

            @Override
            public void empty(Screening.Empty empty) {
                learn(empty);
            }
        });
        thread = Thread.ofVirtual().name("lane " + name).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public void wake() {}

    // What comes from outside; any thread.

    /// Which sensors there are: those sampled together, and those of readings.
    void sensors(Array array, List<Sensor> readings) {
        offer(() -> {
            slow = List.copyOf(readings);
            try {
                lane.sensors(array, history);
            } catch (IllegalArgumentException unfit) {
                LOG.log(System.Logger.Level.WARNING, "the history of lane " + lane.name() + " does not fit", unfit);
                lane.unread(new Words(
                        "what the lane has learned is of other sensors, and is set aside",
                        "ce que la voie a appris vaut pour d’autres capteurs et est laissé de côté"));
                lane.sensors(array, History.none());
            }
        });
    }

    void block(Block block) {
        offer(() -> lane.take(block));
    }

    void reading(String sensor, Instant at, double value) {
        offer(() -> slow.stream()
                .filter(one -> one.name().equals(sensor))
                .findFirst()
                .ifPresentOrElse(
                        one -> lane.take(new Reading(at, one, value)),
                        () -> lane.unread(new Words(
                                "a reading of a sensor that the lane does not have: " + sensor,
                                "une mesure d’un capteur que la voie n’a pas\u202F: " + sensor))));
    }

    void reading(int index, Instant at, double value) {
        offer(() -> {
            if (index < slow.size()) {
                lane.take(new Reading(at, slow.get(index), value));
            } else {
                lane.unread(new Words("there is no sensor " + index, "il n’y a pas de capteur " + index));
            }
        });
    }

    void begin(Hold.@Nullable Kind kind) {
        offer(() -> lane.begin(kind));
    }

    void end(boolean empty) {
        offer(() -> lane.end(empty));
    }

    /// A message could not be used.
    void unread(Words why) {
        lane.unread(why);
    }

    private void offer(Runnable deed) {
        if (!waiting.offer(deed)) {
            lane.unread(FULL);
        }
    }

    // The one thread that works the lane.

    private void work() {
        while (!closed) {
            try {
                Runnable deed = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (deed != null) {
                    deed.run();
                }
                lane.tick();
                settle();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException mistake) {
                LOG.log(System.Logger.Level.ERROR, "lane " + lane.name(), mistake);
                lane.unread(new Words(
                        "a message could not be worked on; the fault is ours",
                        "un message n’a pas pu être traité\u202F; la faute est la nôtre"));
            }
        }
    }

    private void settle() {
        LocalDate today = LocalDate.ofInstant(ticks.instant(), ZoneOffset.UTC);
        if (today.equals(settled)) {
            return;
        }
        settled = today;
        diary.settle(today, teller).ifPresent(why -> {
            LOG.log(System.Logger.Level.ERROR, "days of lane " + lane.name() + " are not on record: " + why.en());
            lane.unread(why);
        });
    }

    private void learn(Screening.Empty empty) {
        try {
            lessons.learn(empty).ifPresent(better -> {
                history = better;
                lane.array().ifPresent(array -> lane.sensors(array, better));
            });
        } catch (IllegalArgumentException unfit) {
            LOG.log(System.Logger.Level.WARNING, "lane " + lane.name() + " cannot learn from a stop", unfit);
            lane.unread(
                    new Words(
                            "the lane cannot learn from this stop: it was shorter than a minute, or of other sensors",
                            "la voie ne peut rien apprendre de cet arrêt\u202F: il a duré moins d’une minute, ou les capteurs étaient autres"));
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
