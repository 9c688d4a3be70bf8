package entente.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What promises of several agreements are about, with those promises: one that was made again is one strand.
/// `name` is the machine word, as in the files. Strands with most promises come first, then by signature.
public record Theme(String name, List<Strand> strands) {
    public Theme {
        strands = List.copyOf(strands);
    }

    /// One promise, made once or again and again, in the order of signature.
    public record Strand(List<Made> made) {
        public Strand {
            made = List.copyOf(made);
        }

        public boolean repeated() {
            return made.size() > 1;
        }
    }

    /// A promise as one agreement makes it. `before` is how it stood on the day on which the next of its strand was
    /// signed, by what was known then; null where none was signed later, or not yet by the world date.
    public record Made(
            Agreement agreement,
            Clause clause,
            Commitment commitment,
            LocalDate signed,
            @Nullable Before before,
            Proof now) {}

    /// How it stood on the day on which it was promised again.
    public record Before(LocalDate day, Standing standing) {}

    /// All themes of the agreements that were signed by both dates, in the order of their names.
    public static List<Theme> of(Register register, LocalDate world, LocalDate known) {
        LocalDate day = world.isBefore(known) ? world : known;
        SortedMap<String, List<Made>> themes = new TreeMap<>();
        for (Agreement agreement : register.agreements()) {
            if (agreement.begins().isAfter(day)) {
                continue;
            }
            for (Clause clause : agreement.clauses(day)) {
                LocalDate signed = clause.since() == null
                        ? agreement.begins()
                        : clause.since().first();
                for (Commitment commitment : clause.commitments()) {
                    Made made = new Made(
                            agreement,
                            clause,
                            commitment,
                            signed,
                            null,
                            register.standing(commitment.id(), world, known));
                    commitment.themes().stream()
                            .distinct()
                            .forEach(theme -> themes.computeIfAbsent(theme, _ -> new ArrayList<>())
                                    .add(made));
                }
            }
        }
        return themes.entrySet().stream()
                .map(theme -> new Theme(theme.getKey(), strands(register, theme.getValue(), day)))
                .toList();
    }

    /// Promises of one theme, joined where one repeats another, directly or over others of the theme.
    private static List<Strand> strands(Register register, List<Made> theme, LocalDate day) {
        Groups groups = new Groups(theme.size());
        for (int one = 0; one < theme.size(); one++) {
            for (int other = 0; other < theme.size(); other++) {
                if (theme.get(one)
                        .commitment()
                        .repeats()
                        .contains(theme.get(other).commitment().id())) {
                    groups.join(one, other);
                }
            }
        }
        return groups.of(theme).stream()
                .map(some -> strand(register, some, day))
                .sorted(Comparator.comparingInt(
                                (Strand strand) -> -strand.made().size())
                        .thenComparing(strand -> strand.made().getFirst().signed()))
                .toList();
    }

    private static Strand strand(Register register, List<Made> some, LocalDate day) {
        List<Made> inOrder = some.stream()
                .sorted(Comparator.comparing(Made::signed)
                        .thenComparing(one -> one.commitment().id()))
                .toList();
        return new Strand(inOrder.stream()
                .map(one -> inOrder.stream()
                        .map(Made::signed)
                        .filter(later -> later.isAfter(one.signed()) && !later.isAfter(day))
                        .findFirst()
                        .map(next -> before(register, one, next))
                        .orElse(one))
                .toList());
    }

    private static Made before(Register register, Made one, LocalDate next) {
        Standing standing = register.standing(one.commitment().id(), next, next).standing();
        return new Made(
                one.agreement(), one.clause(), one.commitment(), one.signed(), new Before(next, standing), one.now());
    }
}
