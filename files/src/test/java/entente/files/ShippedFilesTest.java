package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.agreement.Held;
import entente.agreement.Register;
import entente.agreement.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The agreements and facts that the product ships are whole, and survive the way to the record and back.
class ShippedFilesTest {
    static final Path SHIPPED = Path.of("../agreements");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static List<Path> files() {
        try (Stream<Path> walk = Files.walk(SHIPPED)) {
            return walk.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static Reading read(Path file) {
        try {
            return Reading.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private final List<Agreement> agreements = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    ShippedFilesTest() {
        for (Path file : files()) {
            switch (read(file)) {
                case Reading.OfAgreement(Agreement agreement, var _) -> agreements.add(agreement);
                case Reading.OfFacts(List<Told> some, var _) -> told.addAll(some);
                case Reading.Refused(List<Fault> faults) ->
                    throw new AssertionError(faults.stream()
                            .map(fault -> fault.in(entente.terms.Language.ENGLISH))
                            .toList()
                            .toString());
            }
        }
    }

    @Test
    void nothing_has_been_dropped() {
        assertThat(agreements).hasSize(12);
        assertThat(agreements.stream().mapToInt(one -> one.clauses().size()).sum())
                .isEqualTo(77);
        assertThat(agreements.stream().flatMap(Agreement::commitments)).hasSize(99);
        assertThat(told).hasSizeGreaterThanOrEqualTo(231);
    }

    @Test
    void every_name_in_them_is_known() {
        assertThat(Register.BLANK.refusals(agreements, told)).isEmpty();
    }

    @Test
    void what_is_written_reads_back_the_same() {
        for (Agreement agreement : agreements) {
            assertThat(Reading.read("agreement", Writing.bytes(agreement)))
                    .isInstanceOfSatisfying(
                            Reading.OfAgreement.class,
                            back -> assertThat(back.agreement()).isEqualTo(agreement));
        }
        for (Told one : told) {
            assertThat(Reading.read("fact", Writing.bytes(one)))
                    .isInstanceOfSatisfying(
                            Reading.OfFacts.class,
                            back -> assertThat(back.told()).containsExactly(one));
        }
    }

    @Test
    void every_commitment_has_a_standing() {
        Register register = Register.BLANK.with(
                agreements, told.stream().map(one -> new Held(0, one, TODAY)).toList());
        for (Agreement agreement : agreements) {
            agreement.commitments().forEach(commitment -> {
                var proof = register.standing(commitment.id(), TODAY, TODAY);
                if (Boolean.getBoolean("show")) {
                    System.out.println(proof.standing().code() + " " + proof.overlays() + " " + commitment.id() + " "
                            + commitment.does().en() + " used=" + proof.used() + " refused=" + proof.refused());
                }
                assertThat(proof.standing()).isNotNull();
            });
        }
    }
}
