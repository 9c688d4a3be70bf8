package entente.bench;

import entente.agreement.Agreement;
import entente.agreement.Held;
import entente.agreement.Told;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A record of any size that says nothing about the world: invented, from a seed, for measuring. It says so in every
/// title and every sentence.
///
/// Its shape is that of the real record in `agreements/`; bench/README.md sets the two beside each other. The same
/// seed and size give the same bytes on every machine. What is told comes one after the other, each from its place
/// alone, so that any size needs the memory of one.
///
/// @param seed any number
/// @param commitments how many commitments the agreements make together, at least 1
/// @param size how many things are told: facts, corrections and retractions together
public record Invented(long seed, int commitments, long size) {
    /// The first day of which anything is told.
    public static final LocalDate FIRST = LocalDate.of(2003, 1, 1);

    /// The last day of which anything is told, and the day on which all of it is taken as recorded.
    public static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    public Invented {
        if (commitments < 1 || size < 0) {
            throw new IllegalArgumentException(
                    "at least one commitment and no fewer than 0 facts, was: " + commitments + " and " + size);
        }
    }

    private Texts texts() {
        return new Texts(seed, commitments, size);
    }

    public List<Agreement> agreements() {
        return texts().agreements();
    }

    /// What is told, in the order of telling.
    public Stream<Told> told() {
        Tellings tellings = new Tellings(seed, size, texts());
        return LongStream.range(0, size).mapToObj(tellings::told);
    }

    /// What is told, as it stands in a log that begins with the agreements.
    public Stream<Held> held() {
        int before = agreements().size();
        Tellings tellings = new Tellings(seed, size, texts());
        return LongStream.range(0, size).mapToObj(place -> new Held(before + place, tellings.told(place), LAST));
    }
}
