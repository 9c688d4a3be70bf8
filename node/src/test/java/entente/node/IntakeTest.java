package entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import entente.files.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    @TempDir
    Path folder;

    @Test
    void a_name_that_no_agreement_has_is_placed_in_its_file() throws Exception {
        Path file = folder.resolve("facts.yaml");
        Files.writeString(
                file,
                Given.payment("p1", "1", "")
                        + Given.payment("p2", "1", "disagrees_with: [nobody]")
                        + "- retracts: nothing\n  reason: {en: a, fr: b}\n  reported: 2015\n"
                        + "  source: {address: here, publisher: x, kind: press}\n");
        try (Chronicle chronicle = Given.chronicle(folder.resolve("data"))) {
            Intake.Outcome outcome = new Intake().read(List.of(file)).into(chronicle);
            assertThat(outcome).isInstanceOfSatisfying(Intake.Outcome.Refused.class, refused -> {
                assertThat(refused.faults()).extracting(Fault::rule).containsExactly("unknown-fact", "unknown-fact");
                assertThat(refused.faults()).extracting(Fault::file).containsOnly(file.toString());
                assertThat(refused.faults().getFirst().mark().line()).isGreaterThan(10);
                assertThat(refused.faults().getLast().mark().line())
                        .isGreaterThan(refused.faults().getFirst().mark().line());
            });
        }
    }

    @Test
    void one_bad_file_keeps_a_good_one_out() throws Exception {
        Files.writeString(folder.resolve("good.yaml"), Given.payment("p1", "1", ""));
        Files.writeString(folder.resolve("bad.yaml"), "- id: [");
        try (Chronicle chronicle = Given.chronicle(folder.resolve("data"))) {
            long size = chronicle.snapshot().size();
            Intake intake = new Intake().read(List.of(folder.resolve("good.yaml"), folder.resolve("bad.yaml")));
            assertThat(intake.into(chronicle)).isInstanceOf(Intake.Outcome.Refused.class);
            assertThat(chronicle.snapshot().size()).isEqualTo(size);
        }
    }

    @Test
    void a_file_of_50_megabytes_is_refused_without_being_read() throws Exception {
        Path file = folder.resolve("large.yaml");
        try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50_000_000);
        }
        assertThat(new Intake().read(List.of(file)).faults())
                .singleElement()
                .extracting(Fault::rule)
                .isEqualTo("too-large");
    }
}
