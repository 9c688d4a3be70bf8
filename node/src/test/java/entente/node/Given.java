package entente.node;

import entente.agreement.Held;
import entente.agreement.Register;
import entente.files.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What tests of the node begin with: the files that are shipped, a clock that stands still, a small fact.
public final class Given {
    public static final Path SHIPPED = Path.of("../agreements");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Given() {}

    /// A record in a folder, begun with what is shipped.
    public static Chronicle chronicle(Path folder) {
        Chronicle chronicle = Chronicle.open(folder, CLOCK, _ -> {});
        if (chronicle.snapshot().size() == 0) {
            Intake.take(List.of(SHIPPED), chronicle);
        }
        return chronicle;
    }

    /// A payment into the fund of 2014, as a file would hold it. `more` is further keys, each on a line of its own.
    public static String payment(String id, String amount, String more) {
        return """
                - id: %s
                  kind: payment
                  happened: 2015-03-01
                  reported: 2015-04-01
                  grade: claimed
                  by: [UK]
                  who: {en: Home Office, fr: ministère de l’Intérieur}
                  where: {en: Calais, fr: Calais}
                  bears_on: [calais-2014/c02-fund]
                  says: {en: Paid., fr: Versé.}
                  figures: [{amount: %s, currency: GBP, stage: paid, role: part}]
                  tags: {purpose: [joint-fund]}
                  source: {address: "https://example.org/", publisher: Example, kind: official}
                %s""".formatted(id, amount, more.indent(2));
    }

    public static Reading.OfFacts facts(String yaml) {
        return switch (Reading.read("given", yaml.getBytes(StandardCharsets.UTF_8))) {
            case Reading.OfFacts facts -> facts;
            case Reading other -> throw new AssertionError("not facts: " + other);
        };
    }

    public static Register register() {
        Register register = Register.BLANK;
        for (Path file : new Files().paths()) {
            register = switch (Reading.read(file.toString(), new Files().bytes(file))) {
                case Reading.OfAgreement(var agreement, var _) -> register.with(List.of(agreement), List.of());
                case Reading.OfFacts(var told, var _) ->
                    register.with(
                            List.of(),
                            told.stream().map(one -> new Held(0, one, TODAY)).toList());
                case Reading.Refused(var faults) -> throw new AssertionError(faults.toString());
            };
        }
        return register;
    }

    private record Files() {
        List<Path> paths() {
            try (var walk = java.nio.file.Files.walk(SHIPPED)) {
                return walk.filter(path -> path.toString().endsWith(".yaml"))
                        .sorted()
                        .toList();
            } catch (java.io.IOException trouble) {
                throw new java.io.UncheckedIOException(trouble);
            }
        }

        byte[] bytes(Path file) {
            try {
                return java.nio.file.Files.readAllBytes(file);
            } catch (java.io.IOException trouble) {
                throw new java.io.UncheckedIOException(trouble);
            }
        }
    }
}
