package entente.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.agreement.CommitmentId;
import entente.agreement.Refusal;
import entente.agreement.Standing;
import entente.files.Reading;
import entente.record.Bytes;
import entente.record.Policy;
import entente.record.Receipt;
import entente.record.Store;
import entente.record.Verdict;
import entente.record.VerifierKey;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChronicleTest {
    private static final CommitmentId FUND = CommitmentId.parse("calais-2014/c02-fund/k1");

    @TempDir
    Path folder;

    private static Chronicle.Taken take(Chronicle chronicle, String yaml) {
        return chronicle.take(List.of(), Given.facts(yaml).told());
    }

    @Test
    void a_new_record_holds_all_that_is_shipped_and_opens_the_same_again() {
        Snapshot first;
        try (Chronicle chronicle = Given.chronicle(folder)) {
            first = chronicle.snapshot();
            assertThat(first.agreements()).hasSize(12);
            assertThat(first.register().size()).isGreaterThanOrEqualTo(231);
            assertThat(first.size())
                    .isEqualTo(first.agreements().size() + first.register().size());
        }
        try (Chronicle chronicle = Given.chronicle(folder)) {
            Snapshot again = chronicle.snapshot();
            assertThat(again.root()).isEqualTo(first.root());
            assertThat(again.signed()).isEqualTo(first.signed());
            assertThat(again.filed()).isEqualTo(first.filed());
            assertThat(again.register().agreements()).isEqualTo(first.register().agreements());
        }
    }

    @Test
    void it_can_be_read_while_it_is_open() {
        try (Chronicle chronicle = Given.chronicle(folder)) {
            assertThat(Chronicle.read(folder, _ -> {}).root())
                    .isEqualTo(chronicle.snapshot().root());
            assertThatThrownBy(() -> Given.chronicle(folder))
                    .isInstanceOf(Store.Failure.class)
                    .hasMessageContaining("another node is at work");
        }
    }

    @Test
    void telling_the_same_twice_records_it_once() {
        try (Chronicle chronicle = Given.chronicle(folder)) {
            long size = chronicle.snapshot().size();
            assertThat(take(chronicle, Given.payment("p1", "1000", ""))).isEqualTo(new Chronicle.Taken.Recorded(1, 0));
            assertThat(take(chronicle, Given.payment("p1", "1000", ""))).isEqualTo(new Chronicle.Taken.Recorded(0, 1));
            assertThat(chronicle.snapshot().size()).isEqualTo(size + 1);
        }
    }

    @Test
    void one_refusal_keeps_everything_out() {
        try (Chronicle chronicle = Given.chronicle(folder)) {
            Snapshot before = chronicle.snapshot();
            String both = Given.payment("p1", "1000", "")
                    + Given.payment("p2", "1000", "").replace("calais-2014/c02-fund", "calais-2014/c99");
            assertThat(take(chronicle, both))
                    .isEqualTo(
                            new Chronicle.Taken.Refused(List.of(new Refusal.UnknownClause("p2", "calais-2014/c99"))));
            assertThat(chronicle.snapshot()).isSameAs(before);
        }
        assertThat(Chronicle.read(folder, _ -> {}).entry("p1")).isNull();
    }

    @Test
    void a_correction_and_a_retraction_hold_from_the_day_they_were_reported() {
        try (Chronicle chronicle = Given.chronicle(folder)) {
            take(chronicle, Given.payment("p1", "12000000", ""));
            assertThat(standing(chronicle, "2015-06-01")).isEqualTo(Standing.KEPT);
            take(
                    chronicle,
                    Given.payment("p2", "1000", "corrects: p1\nreason: {en: A slip., fr: Une erreur.}")
                            .replace("reported: 2015-04-01", "reported: 2015-09-01"));
            assertThat(standing(chronicle, "2015-06-01")).isEqualTo(Standing.KEPT);
            assertThat(standing(chronicle, "2015-10-01")).isEqualTo(Standing.ON_COURSE);
            take(chronicle, """
                    - retracts: p2
                      reason: {en: Withdrawn., fr: Retiré.}
                      reported: 2016-01-01
                      source: {address: "https://example.org/", publisher: Example, kind: official}
                    """);
            assertThat(standing(chronicle, "2015-10-01")).isEqualTo(Standing.ON_COURSE);
            assertThat(standing(chronicle, "2016-02-01")).isEqualTo(Standing.KEPT);
            assertThat(chronicle
                            .entry(chronicle.snapshot().size() - 1)
                            .orElseThrow()
                            .entry()
                            .of())
                    .isEqualTo(OptionalLong.of(
                            Objects.requireNonNull(chronicle.snapshot().entry("p2"))));
        }
        try (Chronicle chronicle = Given.chronicle(folder)) {
            assertThat(standing(chronicle, "2016-02-01")).isEqualTo(Standing.KEPT);
        }
    }

    private static Standing standing(Chronicle chronicle, String day) {
        LocalDate date = LocalDate.parse(day);
        return chronicle.snapshot().register().standing(FUND, date, date).standing();
    }

    @Test
    void a_receipt_proves_its_entry_and_no_other() {
        try (Chronicle chronicle = Given.chronicle(folder)) {
            List<VerifierKey> keys =
                    chronicle.keys().stream().map(VerifierKey::parse).toList();
            Policy policy = new Policy(keys, Policy.Quorum.none());
            Receipt receipt = Receipt.parse(chronicle.receipt(17).orElseThrow());
            Bytes right = chronicle.entry(17).orElseThrow().bytes();
            Bytes wrong = chronicle.entry(18).orElseThrow().bytes();
            assertThat(receipt.verdict(right, policy)).isInstanceOf(Verdict.Verified.class);
            assertThat(receipt.verdict(wrong, policy)).isInstanceOf(Verdict.Rejected.class);
            assertThat(chronicle.receipt(chronicle.snapshot().size())).isEmpty();
        }
    }

    @Test
    void damage_is_named_and_nothing_is_computed_from_it() throws Exception {
        Given.chronicle(folder).close();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("record.db"));
                Statement statement = database.createStatement()) {
            statement.execute("update entry set bytes = replace(bytes, 'public', 'pubLic') where idx = 42");
        }
        assertThatThrownBy(() -> Given.chronicle(folder))
                .isInstanceOf(Chronicle.Damaged.class)
                .hasMessageContaining("42");
    }

    @Test
    void a_key_that_others_may_read_is_refused() throws Exception {
        Given.chronicle(folder).close();
        Path keys = folder.resolve("keys");
        assertThat(Files.getPosixFilePermissions(keys)).hasToString("[OWNER_READ, OWNER_WRITE]");
        Files.setPosixFilePermissions(keys, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Given.chronicle(folder)).isInstanceOf(Store.Failure.class);
    }

    @Test
    void a_record_without_its_keys_is_not_given_new_ones() throws Exception {
        Given.chronicle(folder).close();
        Files.delete(folder.resolve("keys"));
        assertThatThrownBy(() -> Given.chronicle(folder)).isInstanceOf(Store.Failure.class);
        assertThat(folder.resolve("keys")).doesNotExist();
    }

    @Test
    void rubbish_in_place_of_the_database_is_named() throws Exception {
        Given.chronicle(folder).close();
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("record.db").toFile(), "rw")) {
            file.setLength(0);
            file.write("this is no database, and long enough to be read as one"
                    .repeat(40)
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Given.chronicle(folder)).isInstanceOf(Store.Failure.class);
    }

    @Test
    void time_does_not_go_back_in_the_log_when_the_clock_is_set_back() {
        Given.chronicle(folder).close();
        Clock behind = Clock.offset(Given.CLOCK, Duration.ofDays(-3));
        Reading.OfFacts one = Given.facts(Given.payment("2015-late", "1", ""));
        try (Chronicle chronicle = Chronicle.open(folder, behind, _ -> {})) {
            Snapshot before = chronicle.snapshot();
            assertThatThrownBy(() -> chronicle.take(List.of(), one.told()))
                    .isInstanceOfSatisfying(Store.Failure.class, failure -> {
                        assertThat(failure.words().en())
                                .contains("2026-11-19T12:00:00Z")
                                .contains("2026-11-22T12:00:00Z")
                                .contains("nothing was recorded");
                        assertThat(failure.words().fr()).contains("le temps ne recule pas");
                    });
            assertThat(chronicle.snapshot()).isSameAs(before);
            assertThat(before.signed()).isEqualTo(Given.CLOCK.instant());
        }
        try (Chronicle chronicle = Given.chronicle(folder)) {
            assertThat(chronicle.take(List.of(), one.told())).isEqualTo(new Chronicle.Taken.Recorded(1, 0));
        }
    }

    @Test
    void a_checkpoint_that_a_crash_left_out_is_not_signed_before_its_entries_were_recorded() throws Exception {
        Given.chronicle(folder).close();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("record.db"));
                Statement statement = database.createStatement()) {
            statement.execute("delete from checkpoint");
        }
        Clock behind = Clock.offset(Given.CLOCK, Duration.ofDays(-3));
        try (Chronicle chronicle = Chronicle.open(folder, behind, _ -> {})) {
            assertThat(chronicle.snapshot().signed()).isEqualTo(Given.CLOCK.instant());
        }
    }
}
