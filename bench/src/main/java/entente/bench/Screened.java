package entente.bench;

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

/// How quick the detector is, on simulated stops of a minute with four sensors on the chassis and one on the ground.
final class Screened {
    private final List<Stop> stops = new ArrayList<>();

    Screened(int count) {
        Ground place = Ground.invented(1);
        for (int i = 0; i < count; i++) {
            Plan plan = i % 2 == 0 ? Plan.empty() : Plan.empty().withPeople(List.of(Heart.invented(i)), -3);
            stops.add(Stop.of(i, place, plan));
        }
    }

    void measure(Report report, int rounds) throws Exception {
        long samples = stops.stream()
                .flatMap(stop -> stop.blocks().stream())
                .mapToLong(block -> (long) block.length() * block.samples().length)
                .sum();
        report.rate(
                "samples, each stop to its end, one core",
                Report.rounds(2, rounds, () -> stops.forEach(Screened::screened)),
                samples,
                "without a history, so that every look is taken");
        Histogram nanos = Report.nanos();
        int largest = 0;
        History history = history();
        for (Stop stop : stops) {
            Screening screening = new Screening(stop.array(), history);
            for (Block block : stop.blocks()) {
                long begin = System.nanoTime();
                screening.take(block);
                nanos.recordValue(System.nanoTime() - begin);
                largest = Math.max(largest, screening.saved().length);
            }
        }
        report.spread(
                "from the last sample of a block to its answer", nanos, "blocks of a second, a lane that was taught");
        report.row("state of one lane, at most", Report.count(largest), "", "bytes, its history among them");
    }

    private static Screening screened(Stop stop) {
        Screening screening = new Screening(stop.array(), History.none());
        stop.blocks().forEach(screening::take);
        return screening;
    }

    private History history() {
        List<Screening.Empty> empty = new ArrayList<>();
        Ground place = Ground.invented(1);
        for (int i = 0; i < 60; i++) {
            empty.add(screened(Stop.of(1_000_000L + i, place, Plan.empty())).empty());
        }
        return History.of(empty);
    }
}
