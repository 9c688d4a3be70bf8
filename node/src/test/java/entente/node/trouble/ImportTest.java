package entente.node.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Told;
import entente.files.Writing;
import entente.node.Given;
import entente.node.Main;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import of many facts, as a person starts it: killed in the middle, and in a small memory.
class ImportTest {
    private static final int MANY = 200_000;

    /// Enough for the register of so many, and not for their file as well.
    private static final String HEAP = "192m";

    /// As much of the transaction as must lie in the write-ahead log before the import is killed.
    private static final long WELL_BEGUN = 16 << 20;

    @TempDir
    private Path folder;

    /// Invented payments, one a line.
    private Path lines(int count) throws IOException {
        Told payment = Given.facts(Given.payment("payment-0", "1", "")).told().getFirst();
        String list = new String(Writing.bytes(payment), StandardCharsets.UTF_8);
        String line = list.substring(1, list.length() - 1);
        Path file = folder.resolve("payments.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                out.write(line.replace("payment-0", "payment-" + i));
                out.newLine();
            }
        }
        return file;
    }

    private static List<String> importing(Path data, Path shipped, Path file) {
        return List.of("import", file.toString(), "--data", data.toString(), "--agreements", shipped.toString());
    }

    private static Child begun(List<String> words, String... options) {
        List<String> command = new ArrayList<>(Child.java(Main.class.getName(), words.toArray(String[]::new)));
        command.addAll(1, List.of(options));
        return Child.begin(command);
    }

    @Test
    void all_of_it_or_nothing_also_when_killed_and_in_a_small_memory() throws Exception {
        Path shipped = Small.shipped(folder);
        Path data = folder.resolve("data");
        Path file = lines(MANY);
        Small.record(data, shipped);
        long before = Small.size(data);
        List<String> words = importing(data, shipped, file);

        try (Child child = begun(words)) {
            Path log = data.resolve("record.db-wal");
            while (child.alive() && (!Files.exists(log) || Files.size(log) < WELL_BEGUN)) {
                Thread.sleep(1);
            }
            assertThat(child.killed().output()).doesNotContain("recorded");
        }
        assertThat(Small.size(data)).isEqualTo(before);

        String[] small = {"-Xmx" + HEAP};
        try (Child child = begun(words, small)) {
            Child.Ended ended = child.ended();
            assertThat(ended.output()).contains(MANY + " recorded;");
            assertThat(ended.status()).isZero();
        }
        try (Child child = begun(words, small)) {
            assertThat(child.ended().output()).contains("0 recorded, " + MANY + " on record already");
        }
        assertThat(Small.size(data)).isEqualTo(before + MANY);
    }
}
