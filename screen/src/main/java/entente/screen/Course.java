package entente.screen;

import entente.screening.History;
import entente.screening.Screening;
import entente.trial.Chance;
import entente.trial.Ground;
import entente.trial.Heart;
import entente.trial.Nuisance;
import entente.trial.Plan;
import entente.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Runs trials on all cores. The lane of each place has learned from the first half of the noise
/// recorded there; trials use the second. Trial number i of a cell takes place i modulo their
/// number, and within a place the subjects in turn.
final class Course {
    /// A lane learns from vehicles that stop there: while one in four does, others pass.
    private static final int PASSING_ONE_IN = 4;

    private final long seed;
    private final int trials;
    private final int historyStops;
    private final List<Heart> hearts;
    private final List<Ground> places;
    private final Map<String, History> histories = new HashMap<>();

    Course(long seed, int trials, int historyStops, List<Heart> hearts, List<Ground> places) {
        this.seed = seed;
        this.trials = trials;
        this.historyStops = historyStops;
        this.hearts = hearts;
        this.places = places;
    }

    List<Heart> hearts() {
        return hearts;
    }

    List<Ground> places() {
        return places;
    }

    int trials() {
        return trials;
    }

    /// Trial i of a cell: its seed, its place and its people.
    record Draw(long seed, int number, Ground place, List<Heart> hearts) {
        /// So many different people, as far as there are.
        List<Heart> people(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> hearts.get((number + i) % hearts.size()))
                    .toList();
        }
    }

    /// As many trials of one kind as were asked for. The number of the cell keeps them apart from
    /// those of other cells.
    List<Trial> cell(int number, Function<Draw, Plan> plan) {
        return each(i -> {
            Draw draw = draw(number, i);
            return tried(draw, plan.apply(draw));
        });
    }

    <T> List<T> each(IntFunction<T> trial) {
        return IntStream.range(0, trials).parallel().mapToObj(trial).toList();
    }

    Draw draw(int cell, int i) {
        return new Draw(Chance.seed(seed, 2, cell, i), i / places.size(), places.get(i % places.size()), hearts);
    }

    Trial tried(Draw draw, Plan plan) {
        return Trial.of(draw.seed(), draw.place().half(false), plan, taught(draw.place(), plan));
    }

    /// How well the beats of a trial are followed.
    double followed(Draw draw, Plan plan) {
        return Trial.followed(draw.seed(), draw.place().half(false), plan);
    }

    private History taught(Ground place, Plan plan) {
        History history = histories.get(key(place, plan));
        if (history == null) {
            throw new IllegalStateException("the lane at " + place.site() + " was not taught for " + plan);
        }
        return history;
    }

    /// Teaches the lanes of all places for stops like this one.
    void teach(Plan like) {
        for (int p = 0; p < places.size(); p++) {
            Ground place = places.get(p);
            Ground first = place.half(true);
            int number = p;
            Plan quiet = Plan.empty().withSensors(like.sensors()).withCommon(like.common());
            Plan empty = like.wind() ? quiet.withWind() : quiet;
            List<Screening.Empty> stops = IntStream.range(0, historyStops)
                    .parallel()
                    .mapToObj(i -> Trial.empty(Chance.seed(seed, 1, number, i), first, lesson(i, empty)))
                    .toList();
            histories.put(key(place, like), History.of(new ArrayList<>(stops)));
        }
    }

    private static Plan lesson(int stop, Plan empty) {
        return stop % PASSING_ONE_IN == 0 ? empty.with(Nuisance.ROAD) : empty;
    }

    /// How well chance follows beats at each place: what the stops that teach its lane pass with
    /// this probability.
    List<Double> followedByChance(double probability) {
        return IntStream.range(0, places.size())
                .mapToObj(p -> Evaluation.quantile(
                        IntStream.range(0, historyStops)
                                .parallel()
                                .mapToDouble(i -> Trial.followed(
                                        Chance.seed(seed, 1, p, i),
                                        places.get(p).half(true),
                                        lesson(i, Plan.empty())))
                                .toArray(),
                        1 - probability))
                .toList();
    }

    private static String key(Ground place, Plan plan) {
        return place.site() + " " + plan.sensors() + " " + plan.common() + " " + plan.wind();
    }
}
