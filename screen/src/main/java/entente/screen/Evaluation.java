package entente.screen;

import entente.screen.Course.Draw;
import entente.screen.Findings.Beats;
import entente.screen.Findings.Cancelled;
import entente.screen.Findings.Clean;
import entente.screen.Findings.Disturbed;
import entente.screen.Findings.Failed;
import entente.screen.Findings.Point;
import entente.screen.Findings.Promise;
import entente.screen.Findings.Times;
import entente.screening.Outcome;
import entente.trial.Fault;
import entente.trial.Ground;
import entente.trial.Heart;
import entente.trial.Nuisance;
import entente.trial.Plan;
import entente.trial.Share;
import entente.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// The evaluation of the detector: which stops it is tried on, and what is counted.
final class Evaluation {
    private static final double[] ALONE_DB = {6, 3, 0, -3, -6, -9, -12};
    private static final double[] TOGETHER_DB = {6, 3, 0, -3, -6};

    /// How much of the noise all sensors have in common, where some is.
    static final double COMMON = 0.2;

    private static final double CALM_SECONDS = 30;
    private static final double QUICK_SECONDS = 15;

    /// A place so loud that a heart of one newton lies this far from the noise.
    static final double FAINT_DB = -12;

    /// Beats alone are held against what this share of empty stops passes.
    static final double BY_CHANCE = 0.01;

    private static final double[] BEATS_DB = {6, 0, -3, -6};
    private static final double COHERENT = 0.97;
    private static final double[] PROMISES = {0.5, 1, 2};

    private final Course course;
    private final Consumer<String> progress;
    private int cells;

    Evaluation(Course course, Consumer<String> progress) {
        this.course = course;
        this.progress = progress;
    }

    Findings findings(boolean tuning, long seed) {
        Plan plain = Plan.empty();
        progress.accept("teaching");
        course.teach(plain);
        course.teach(plain.withCommon(COMMON));
        course.teach(plain.withWind());
        List<Trial> loud = cell("person at 0 dB", draw -> plain.withPeople(draw.people(1), 0));
        List<Trial> clean = cell("empty, clean", _ -> plain);
        int cleanCell = cells;
        Map<Nuisance, Disturbed> nuisances = new EnumMap<>(Nuisance.class);
        for (Nuisance nuisance : Nuisance.values()) {
            nuisances.put(nuisance, disturbed(plain.with(nuisance)));
        }
        Map<Fault, Failed> faults = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            if (fault != Fault.NONE) {
                faults.put(fault, failed(plain.with(fault)));
            }
        }
        return new Findings(
                tuning,
                seed,
                course.trials(),
                course.hearts().stream().map(Heart::subject).toList(),
                course.places().stream().map(Ground::site).toList(),
                curve(plain, ALONE_DB),
                curve(plain.withCommon(COMMON), TOGETHER_DB),
                share(
                        cell("three people at -3 dB", draw -> plain.withPeople(draw.people(3), -3)),
                        trial -> trial.found(QUICK_SECONDS)),
                share(cell("somebody moving", _ -> plain.withMovement()), trial -> trial.found(QUICK_SECONDS)),
                nuisances,
                disturbed(plain.withWind().with(Nuisance.GUSTS)),
                clean(clean),
                faults,
                share(cell("too faint", _ -> plain.withNewtonAt(FAINT_DB)), Trial::noneFound),
                times(loud, clean),
                promises(cleanCell, clean),
                cancelled(clean),
                beats());
    }

    private List<Beats> beats() {
        List<Double> chance = course.followedByChance(BY_CHANCE);
        List<Beats> beats = new ArrayList<>();
        for (double db : BEATS_DB) {
            progress.accept("beats alone at " + db + " dB");
            int cell = ++cells;
            List<Boolean> followed = course.each(i -> {
                Draw draw = course.draw(cell, i);
                return course.followed(draw, Plan.empty().withPeople(draw.people(1), db))
                        > chance.get(i % chance.size());
            });
            beats.add(new Beats(
                    db, new Share((int) followed.stream().filter(one -> one).count(), followed.size())));
        }
        return beats;
    }

    private List<Trial> cell(String name, Function<Draw, Plan> plan) {
        progress.accept(name);
        return course.cell(++cells, plan);
    }

    private static Share share(List<Trial> trials, Predicate<Trial> so) {
        return new Share((int) trials.stream().filter(so).count(), trials.size());
    }

    private List<Point> curve(Plan plan, double[] decibels) {
        List<Point> points = new ArrayList<>();
        for (double db : decibels) {
            List<Trial> trials = cell(
                    "person at " + db + " dB, common " + plan.common(), draw -> plan.withPeople(draw.people(1), db));
            points.add(new Point(
                    db,
                    share(trials, trial -> trial.found(CALM_SECONDS)),
                    share(trials, trial -> trial.heard(CALM_SECONDS))));
        }
        return points;
    }

    private Disturbed disturbed(Plan plan) {
        List<Trial> empty = cell("empty, " + plan.nuisance(), _ -> plan);
        List<Trial> person = cell("person, " + plan.nuisance(), draw -> plan.withPeople(draw.people(1), 0));
        return new Disturbed(
                share(empty, trial -> trial.found(Double.MAX_VALUE)),
                share(empty, Trial::cannotTell),
                share(person, trial -> trial.found(CALM_SECONDS)));
    }

    private Failed failed(Plan plan) {
        return new Failed(
                share(cell("empty, " + plan.fault(), _ -> plan), Trial::noneFound),
                share(cell("person, " + plan.fault(), draw -> plan.withPeople(draw.people(1), 0)), Trial::noneFound));
    }

    private Map<String, Clean> clean(List<Trial> trials) {
        Map<String, Clean> bySite = new LinkedHashMap<>();
        int places = course.places().size();
        for (int p = 0; p < places; p++) {
            List<Trial> here = new ArrayList<>();
            for (int i = p; i < trials.size(); i += places) {
                here.add(trials.get(i));
            }
            Map<String, Integer> why = new TreeMap<>();
            for (Trial trial : here) {
                if (trial.outcome() instanceof Outcome.CannotTell cannot) {
                    why.merge(cannot.reasons().getFirst().code().name(), 1, Integer::sum);
                }
            }
            double[] forces = here.stream()
                    .mapToDouble(trial -> trial.outcome().evidence().detectableForceNewtons())
                    .filter(Double::isFinite)
                    .toArray();
            bySite.put(
                    course.places().get(p).site(),
                    new Clean(
                            share(here, trial -> trial.found(Double.MAX_VALUE)),
                            share(here, Trial::noneFound),
                            share(here, Trial::cannotTell),
                            why,
                            quantile(forces, 0.5)));
        }
        return bySite;
    }

    private static Times times(List<Trial> person, List<Trial> clean) {
        double[] life = person.stream()
                .filter(trial -> trial.found(Double.MAX_VALUE))
                .mapToDouble(Trial::seconds)
                .toArray();
        double[] none = clean.stream()
                .filter(Trial::noneFound)
                .mapToDouble(Trial::seconds)
                .toArray();
        return new Times(quantile(life, 0.5), quantile(life, 1), quantile(none, 0.5), quantile(none, 1));
    }

    /// The same vehicle in the same noise, with somebody of the stated force in it.
    private List<Promise> promises(int cell, List<Trial> clean) {
        List<Promise> promises = new ArrayList<>();
        for (double times : PROMISES) {
            progress.accept("person of " + times + " times the stated force");
            List<Integer> found = course
                    .each(i -> {
                        if (!(clean.get(i).outcome() instanceof Outcome.NoneFound none)) {
                            return -1;
                        }
                        Draw draw = course.draw(cell, i);
                        double newtons = times * none.evidence().detectableForceNewtons();
                        Trial trial = course.tried(draw, Plan.empty().withForce(draw.people(1), newtons));
                        return trial.found(Double.MAX_VALUE) ? 1 : 0;
                    })
                    .stream()
                    .filter(one -> one >= 0)
                    .toList();
            promises.add(new Promise(
                    times,
                    new Share((int) found.stream().filter(one -> one == 1).count(), found.size())));
        }
        return promises;
    }

    private static Cancelled cancelled(List<Trial> clean) {
        List<Trial> coherent =
                clean.stream().filter(trial -> trial.explained() >= COHERENT).toList();
        double[] decibels = coherent.stream().mapToDouble(Trial::cancelledDb).toArray();
        double[] shares = coherent.stream()
                .mapToDouble(trial -> trial.cancelledDb() / (-10 * Math.log10(1 - trial.explained())))
                .toArray();
        return new Cancelled(
                coherent.size(),
                quantile(decibels, 0.5),
                quantile(decibels, 0.1),
                quantile(shares, 0.5),
                quantile(shares, 0.1));
    }

    /// NaN where there is nothing.
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
