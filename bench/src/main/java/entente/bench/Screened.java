package entente.bench;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.History;
import entente.screening.Screening;
import entente.trial.Ground;
import entente.trial.Heart;
import entente.trial.Plan;
import entente.trial.Stop;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// How quick the detector is, on simulated stops of one lane: each is looked at until 60 s of it were taken, in blocks
/// of a second.
final class Screened {
    /// Of each stop so much is looked at.
    private static final int SECONDS = 60;

    private static final int TAUGHT = 60;

    private final Lane lane;
    private final List<Stop> stops = new ArrayList<>();

    /// The sensors of a lane and their rate. Stops are simulated at 100 samples a second, and brought to a higher rate
    /// by straight lines.
    enum Lane {
        /// The lane of the evaluation: 4 sensors on the chassis, 1 on the ground.
        SMALL(100),
        /// What a lane at a port has: 6 on the chassis, 2 on the ground, 1 in the wind.
        PORT_250(250),
        PORT_500(500);

        private final int rateHz;

        Lane(int rateHz) {
            this.rateHz = rateHz;
        }

        Stop stop(long seed, Ground place, Plan plan) {
            return this == SMALL ? Stop.of(seed, place, plan) : Stop.atPort(seed, place, plan, rateHz);
        }
    }

    Screened(Lane lane, int count) {
        this.lane = lane;
        Ground place = Ground.invented(1);
        for (int i = 0; i < count; i++) {
            Plan plan = i % 2 == 0 ? Plan.empty() : Plan.empty().withPeople(List.of(Heart.invented(i)), -3);
            stops.add(lane.stop(i, place, plan));
        }
    }

    void measure(Report report, int rounds) throws Exception {
        Array array = stops.getFirst().array();
        String sensors = array.sensors().size() + " sensors x " + lane.rateHz + " Hz: ";
        report.rate(
                sensors + "samples, each stop of 60 s, one core",
                Report.rounds(2, rounds, () -> stops.forEach(Screened::screened)),
                (long) stops.size() * SECONDS * lane.rateHz * array.sensors().size(),
                "without a history, so that every look is taken");
        Histogram nanos = Report.nanos();
        int largest = 0;
        History history = history();
        for (Stop stop : stops) {
            Screening screening = new Screening(stop.array(), history);
            for (Block block : stop.blocks()) {
                boolean over = screening.decided();
                long begin = System.nanoTime();
                screening.take(block);
                long took = System.nanoTime() - begin;
                if (!over) {
                    nanos.recordValue(took);
                }
                largest = Math.max(largest, screening.saved().length);
            }
        }
        report.spread(
                sensors + "last sample of a block to answer",
                nanos,
                "blocks of a second until it is decided, a lane that was taught");
        report.row(sensors + "state of one lane, at most", Report.count(largest), "", "bytes, its history among them");
    }

    private static Screening screened(Stop stop) {
        Screening screening = new Screening(stop.array(), History.none());
        stop.blocks().forEach(screening::take);
        return screening;
    }

    private History history() {
        List<Screening.Empty> empty = new ArrayList<>();
        Ground place = Ground.invented(1);
        for (int i = 0; i < TAUGHT; i++) {
            empty.add(screened(lane.stop(1_000_000L + i, place, Plan.empty())).empty());
        }
        return History.of(empty);
    }
}
