package entente.node.lane;

import entente.agreement.ClauseId;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Source;
import entente.agreement.Told;
import entente.terms.Period;
import entente.terms.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The screenings of a lane that are not yet on the record, one a line in a file, so that a day is told whole however
/// often the node stops: time, outcome, sensitivity in newtons, seconds to the answer; `-` where there is none.
///
/// Once a day is over (UTC) it becomes one fact. Nothing else about a screening is ever told.
public final class Diary {
    private static final ClauseId CLAUSE = new ClauseId("calais-2014", "c06-technology");
    private static final String COMMITMENT = "k2";

    private final String lane;
    private final Path file;

    /// Puts facts on the record. The answer is empty, or why they were refused.
    public interface Teller {
        Optional<Words> take(List<Told> told);
    }

    Diary(String lane, Path folder) {
        this.lane = lane;
        this.file = folder.resolve(lane + ".days");
    }

    /// @throws UncheckedIOException where the disk fails
    synchronized void write(Screened screened) {
        try {
            Files.writeString(
                    file,
                    line(screened),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String line(Screened one) {
        return one.at() + " " + one.kind() + " " + number(one.newtons()) + " " + number(one.seconds()) + "\n";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "-";
    }

    /// Tells the days before this one, and forgets them once they are on the record. The answer is why they are not.
    ///
    /// @throws UncheckedIOException where the disk fails
    synchronized Optional<Words> settle(LocalDate today, Teller teller) {
        SortedMap<LocalDate, List<Screened>> days = new TreeMap<>();
        for (Screened one : read()) {
            days.computeIfAbsent(day(one), _ -> new ArrayList<>()).add(one);
        }
        List<Told> told = new ArrayList<>();
        days.headMap(today).forEach((day, screened) -> told.add(new Told.Asserted(fact(day, screened))));
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Optional<Words> refused = teller.take(told);
        if (refused.isEmpty()) {
            keep(days.tailMap(today).values().stream().flatMap(List::stream).toList());
        }
        return refused;
    }

    private static LocalDate day(Screened one) {
        return LocalDate.ofInstant(one.at(), ZoneOffset.UTC);
    }

    private List<Screened> read() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            // A line without its end was being written when the machine stopped.
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(this::parse)
                    .toList();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private Screened parse(String line) {
        String[] words = line.split(" ", -1);
        try {
            return new Screened(
                    Instant.parse(words[0]), Screened.Kind.valueOf(words[1]), value(words[2]), value(words[3]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
            throw new IllegalStateException(
                    file + " has a line that this program did not write: [" + line + "]", broken);
        }
    }

    private static double value(String word) {
        return word.equals("-") ? Double.NaN : Double.parseDouble(word);
    }

    private void keep(List<Screened> left) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(
                    next,
                    String.join("", left.stream().map(Diary::line).toList()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DSYNC);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// What a day of a lane comes to.
    Fact fact(LocalDate day, List<Screened> screened) {
        Map<Screened.Kind, Long> kinds = new TreeMap<>();
        screened.forEach(one -> kinds.merge(one.kind(), 1L, Long::sum));
        double[] forces = screened.stream()
                .filter(one -> one.kind() == Screened.Kind.NONE_FOUND)
                .mapToDouble(Screened::newtons)
                .filter(Double::isFinite)
                .toArray();
        double[] times = screened.stream()
                .mapToDouble(Screened::seconds)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        long all = screened.size();
        long found = kinds.getOrDefault(Screened.Kind.LIFE_SIGNS, 0L);
        long none = kinds.getOrDefault(Screened.Kind.NONE_FOUND, 0L);
        long open = kinds.getOrDefault(Screened.Kind.CANNOT_TELL, 0L);
        List<Figure> figures = new ArrayList<>();
        figures.add(count(all, "lane-vehicles-screened", "vehicles screened", "véhicules contrôlés"));
        figures.add(count(found, "lane-life-signs", "with life signs", "avec des signes de vie"));
        figures.add(count(none, "lane-none-found", "with none found", "où rien n’a été trouvé"));
        figures.add(count(open, "lane-cannot-tell", "of which the lane could not tell", "restés indéterminés"));
        if (forces.length > 0) {
            double worst = java.util.Arrays.stream(forces).max().getAsDouble();
            figures.add(
                    measure(
                            worst,
                            RoundingMode.UP,
                            "lane-sensitivity-newtons",
                            "newtons: the force of a heart that every “none found” of the day would have found in 9 of 10 cases",
                            "newtons\u00A0: la force d’un cœur que chaque «\u00A0rien trouvé\u00A0» du jour aurait décelé 9 fois sur 10"));
            figures.add(count(1, "lanes-of-stated-sensitivity", "lane in use", "voie en service"));
        }
        if (times.length > 0) {
            figures.add(measure(
                    times[times.length / 2],
                    RoundingMode.HALF_UP,
                    "lane-decision-seconds",
                    "seconds to the answer, the middle one of the day",
                    "secondes jusqu’à la réponse, valeur médiane du jour"));
        }
        return new Fact(
                "lane-" + lane + "-" + day,
                Fact.Kind.OPERATION,
                Period.day(day),
                Period.day(day),
                Set.of(),
                Fact.Grade.REPORTED,
                new Words("Lane " + lane, "Voie " + lane),
                new Words("in lane " + lane, "dans la voie " + lane),
                List.of(new Fact.Bearing(CLAUSE, COMMITMENT)),
                says(all, found),
                figures,
                Map.of(),
                List.of(),
                List.of(),
                new java.util.TreeSet<>(),
                new Source("Lane " + lane + ", " + day, "Entente", Source.Kind.OWN_OBSERVATION),
                new Words(
                        "Counted by the lane itself. Nothing is kept of a vehicle or a person.",
                        "Compté par la voie elle-même. Rien n’est conservé d’un véhicule ni d’une personne."));
    }

    private Words says(long all, long found) {
        return new Words(
                String.format(
                        Locale.ROOT,
                        "The lane screened %d stopped vehicles for signs of life, and gave life signs for %d of them.",
                        all,
                        found),
                String.format(
                        Locale.ROOT,
                        "La voie a contrôlé %d véhicules à l’arrêt à la recherche de signes de vie et en a signalé pour %d.",
                        all,
                        found));
    }

    private static Figure count(long value, String of, String en, String fr) {
        return figure(BigDecimal.valueOf(value), of, en, fr);
    }

    private static Figure measure(double value, RoundingMode rounding, String of, String en, String fr) {
        return figure(new BigDecimal(value).setScale(2, rounding).stripTrailingZeros(), of, en, fr);
    }

    private static Figure figure(BigDecimal value, String of, String en, String fr) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
        return new Figure.Count(plain, of, new Words(en, fr), Figure.Bound.EXACT, null, null);
    }
}
