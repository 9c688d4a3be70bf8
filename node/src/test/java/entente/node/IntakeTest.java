package entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Told;
import entente.files.Fault;
import entente.files.Writing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            Intake.Outcome outcome = Intake.take(List.of(file), chronicle);
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
            List<Path> both = List.of(folder.resolve("good.yaml"), folder.resolve("bad.yaml"));
            assertThat(Intake.take(both, chronicle)).isInstanceOf(Intake.Outcome.Refused.class);
            assertThat(chronicle.snapshot().size()).isEqualTo(size);
        }
    }

    @Test
    void a_file_of_50_megabytes_is_refused_without_being_read() throws Exception {
        Path file = folder.resolve("large.yaml");
        try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50_000_000);
        }
        try (Chronicle chronicle = Given.chronicle(folder.resolve("data"))) {
            assertThat(faults(Intake.take(List.of(file), chronicle)))
                    .singleElement()
                    .extracting(Fault::rule)
                    .isEqualTo("too-large");
        }
    }

    private static String line(String id, String more) {
        Told told = Given.facts(Given.payment(id, "1", more)).told().getFirst();
        String list = new String(Writing.bytes(told), StandardCharsets.UTF_8);
        return list.substring(1, list.length() - 1);
    }

    @Test
    void each_line_of_a_file_is_a_fact_and_a_second_import_records_none() throws Exception {
        Path file = folder.resolve("facts.jsonl");
        Files.writeString(
                file,
                line("p1", "disagrees_with: [p2]") + "\n\r\n  \n"
                        + line("p2", "").replace("\":", "\" : ") + "\r\n" + line("p3", ""));
        try (Chronicle chronicle = Given.chronicle(folder.resolve("data"))) {
            List<Long> read = new ArrayList<>();
            assertThat(Intake.take(List.of(file), chronicle, read::add, _ -> {}))
                    .isEqualTo(new Intake.Outcome.Taken(3, 0));
            assertThat(read).last().isEqualTo(3L);
            long size = chronicle.snapshot().size();
            assertThat(Intake.take(List.of(file), chronicle)).isEqualTo(new Intake.Outcome.Taken(0, 3));
            assertThat(chronicle.snapshot().size()).isEqualTo(size);
        }
    }

    @Test
    void a_fault_in_the_last_line_leaves_nothing() throws Exception {
        Path file = folder.resolve("facts.jsonl");
        String many = IntStream.range(0, 9_000)
                .mapToObj(i -> line("p" + i, "") + "\n")
                .collect(Collectors.joining());
        try (Chronicle chronicle = Given.chronicle(folder.resolve("data"))) {
            long size = chronicle.snapshot().size();
            for (String last : List.of("{\"id\":\"p\"", "[]", "p", line("q", "").replace("claimed", "sung"))) {
                Files.writeString(file, many + last);
                assertThat(faults(Intake.take(List.of(file), chronicle)))
                        .isNotEmpty()
                        .extracting(fault -> fault.mark().line())
                        .containsOnly(9_001);
            }
            Files.writeString(file, many + line("q", "").replace("calais-2014/c02-fund", "calais-2014/c99"));
            assertThat(faults(Intake.take(List.of(file), chronicle)))
                    .singleElement()
                    .satisfies(fault -> {
                        assertThat(fault.rule()).isEqualTo("unknown-clause");
                        assertThat(fault.file()).isEqualTo(file.toString());
                        assertThat(fault.mark().line()).isEqualTo(9_001);
                    });
            assertThat(chronicle.snapshot().size()).isEqualTo(size);
            Files.writeString(file, many);
            assertThat(Intake.take(List.of(file), chronicle)).isEqualTo(new Intake.Outcome.Taken(9_000, 0));
        }
    }

    @Test
    void a_hundred_faults_are_enough() throws Exception {
        Path file = folder.resolve("facts.jsonl");
        Files.writeString(file, (line("p", "").replace("claimed", "sung") + "\n").repeat(300));
        Path unknown = folder.resolve("unknown.jsonl");
        Files.writeString(
                unknown,
                IntStream.range(0, 300)
                        .mapToObj(i -> line("p" + i, "").replace("calais-2014/c02-fund", "calais-2014/c99") + "\n")
                        .collect(Collectors.joining()));
        try (Chronicle chronicle = Given.chronicle(folder.resolve("data"))) {
            for (Path one : List.of(file, unknown)) {
                assertThat(faults(Intake.take(List.of(one), chronicle)))
                        .hasSize(101)
                        .last()
                        .extracting(Fault::rule)
                        .isEqualTo("more-faults");
            }
        }
    }

    @Test
    void a_line_that_never_ends_is_refused() throws Exception {
        Path file = folder.resolve("facts.jsonl");
        Files.writeString(file, line("p1", "") + "\n" + " x".repeat(3_000_000) + "\n" + line("p2", "") + "\n{}");
        try (Chronicle chronicle = Given.chronicle(folder.resolve("data"))) {
            List<Fault> faults = faults(Intake.take(List.of(file), chronicle));
            assertThat(faults.getFirst().rule()).isEqualTo("too-large");
            assertThat(faults.getFirst().mark().line()).isEqualTo(2);
            assertThat(faults.getLast().mark().line()).isEqualTo(4);
        }
    }

    private static List<Fault> faults(Intake.Outcome outcome) {
        return outcome instanceof Intake.Outcome.Refused(List<Fault> faults) ? faults : List.of();
    }
}
