package entente.node.trouble;

import entente.node.Chronicle;
import entente.node.Given;
import entente.node.Intake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// A record that is small and whole: one agreement that is shipped, and invented payments.
final class Small {
    private Small() {}

    /// A folder of one agreement, to begin records with.
    static Path shipped(Path folder) {
        try {
            Path shipped = Files.createDirectories(folder.resolve("shipped"));
            Files.copy(Given.SHIPPED.resolve("calais-2014.yaml"), shipped.resolve("calais-2014.yaml"));
            return shipped;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// A file of payments, whose numbers run from `from` to `until` - 1.
    static Path payments(Path file, int from, int until) {
        var text = new StringBuilder();
        for (int i = from; i < until; i++) {
            text.append(Given.payment("payment-" + i, "" + (1_000 + i), ""));
        }
        try {
            return Files.writeString(file, text);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// Makes a record with the agreement and what the files say.
    static void record(Path data, Path shipped, Path... files) {
        try (Chronicle chronicle = Chronicle.open(data, Clock.systemUTC(), _ -> {})) {
            if (!(Intake.take(List.of(shipped), chronicle) instanceof Intake.Outcome.Taken)
                    || !(Intake.take(List.of(files), chronicle) instanceof Intake.Outcome.Taken)) {
                throw new AssertionError("the files of the test are refused");
            }
        }
    }

    /// How many entries the record has, every one of them checked.
    static long size(Path data) {
        try (Chronicle chronicle = Chronicle.open(data, Clock.systemUTC(), _ -> {})) {
            return chronicle.snapshot().size();
        }
    }

    /// What a record says, byte for byte, as far as somebody could read it.
    static String content(Path data) {
        try (Chronicle chronicle = Chronicle.open(data, Clock.systemUTC(), _ -> {})) {
            var content = new StringBuilder(chronicle.snapshot().root().hex());
            for (long index = 0; index < chronicle.snapshot().size(); index++) {
                long number = index;
                chronicle
                        .entry(index)
                        .ifPresent(found -> content.append(found.bytes().hashCode())
                                .append(found.payload()
                                        .map(one -> one.content().hashCode())
                                        .orElse(0)));
                chronicle.receipt(number).ifPresent(receipt -> content.append(java.util.Arrays.hashCode(receipt)));
            }
            return content.toString();
        }
    }
}
