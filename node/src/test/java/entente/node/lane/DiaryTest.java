package entente.node.lane;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.ClauseId;
import entente.agreement.CommitmentId;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Standing;
import entente.agreement.Told;
import entente.node.Chronicle;
import entente.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a lane leaves for the record, and what becomes of it there.
class DiaryTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final CommitmentId PROMISE = new ClauseId("calais-2014", "c06-technology").commitment("k2");

    @TempDir
    private Path folder;

    private final List<Told> told = new ArrayList<>();

    private Optional<Words> hear(List<Told> some) {
        told.addAll(some);
        return Optional.empty();
    }

    private static void day(Diary diary, Instant from) {
        diary.write(new Screened(from, Screened.Kind.NONE_FOUND, 0.214, 14));
        diary.write(new Screened(from.plusSeconds(60), Screened.Kind.NONE_FOUND, 0.291, 22));
        diary.write(new Screened(from.plusSeconds(120), Screened.Kind.LIFE_SIGNS, 0.2, 8));
        diary.write(new Screened(from.plusSeconds(180), Screened.Kind.CANNOT_TELL, Double.NaN, Double.NaN));
    }

    private Fact only() {
        assertThat(told).hasSize(1);
        return told.getFirst().tells().orElseThrow();
    }

    private static Map<String, String> figures(Fact fact) {
        Map<String, String> figures = new TreeMap<>();
        for (Figure one : fact.figures()) {
            if (one instanceof Figure.Count count) {
                figures.put(count.of(), count.value().toPlainString());
            }
        }
        return figures;
    }

    @Test
    void a_day_that_is_over_is_told_once_and_whole() {
        Diary diary = new Diary("three", folder);
        day(diary, MORNING);
        assertThat(diary.settle(DAY, this::hear)).isEmpty();
        assertThat(told).isEmpty();
        diary.write(new Screened(MORNING.plus(Duration.ofDays(1)), Screened.Kind.NONE_FOUND, 0.2, 10));
        assertThat(new Diary("three", folder).settle(DAY.plusDays(1), this::hear))
                .isEmpty();
        assertThat(only().id()).isEqualTo("lane-three-2026-11-20");
        assertThat(figures(only()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "lane-vehicles-screened", "4",
                        "lane-life-signs", "1",
                        "lane-none-found", "2",
                        "lane-cannot-tell", "1",
                        "lane-sensitivity-newtons", "0.3",
                        "lane-decision-seconds", "14",
                        "lanes-of-stated-sensitivity", "1"));
        told.clear();
        assertThat(diary.settle(DAY.plusDays(2), this::hear)).isEmpty();
        assertThat(only().id()).isEqualTo("lane-three-2026-11-21");
    }

    @Test
    void a_day_on_which_the_lane_never_said_how_sensitive_it_was_is_no_use_of_it() {
        Diary diary = new Diary("three", folder);
        diary.write(new Screened(MORNING, Screened.Kind.CANNOT_TELL, Double.NaN, Double.NaN));
        diary.settle(DAY.plusDays(1), this::hear);
        assertThat(figures(only())).doesNotContainKey("lanes-of-stated-sensitivity");
    }

    @Test
    void what_the_record_refuses_is_kept() {
        Diary diary = new Diary("three", folder);
        day(diary, MORNING);
        assertThat(diary.settle(DAY.plusDays(1), _ -> Optional.of(new Words("no", "non"))))
                .isPresent();
        diary.settle(DAY.plusDays(1), this::hear);
        assertThat(figures(only())).containsEntry("lane-vehicles-screened", "4");
    }

    @Test
    void a_line_that_was_being_written_when_the_machine_stopped_is_left_out() throws IOException {
        Diary diary = new Diary("three", folder);
        day(diary, MORNING);
        Path file = folder.resolve("three.days");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 5));
        diary.settle(DAY.plusDays(1), this::hear);
        assertThat(figures(only())).containsEntry("lane-vehicles-screened", "3");
    }

    @Test
    void the_promise_stands_by_use_and_not_by_purchase() {
        Chronicle chronicle = entente.node.Given.chronicle(folder.resolve("record"));
        LocalDate today = entente.node.Given.TODAY;
        try (chronicle) {
            assertThat(standing(chronicle, today)).isEqualTo(Standing.NO_EVIDENCE);
            Diary diary = new Diary("three", folder);
            day(diary, MORNING);
            assertThat(diary.settle(today, told -> take(chronicle, told))).isEmpty();
            assertThat(standing(chronicle, today)).isEqualTo(Standing.ON_COURSE);
            for (int quarter = 1; quarter <= 4; quarter++) {
                day(diary, MORNING.minus(Duration.ofDays(91L * quarter)));
            }
            assertThat(diary.settle(today, told -> take(chronicle, told))).isEmpty();
            assertThat(standing(chronicle, today)).isEqualTo(Standing.KEPT);
            // A day told twice, word for word, is on record already.
            day(diary, MORNING);
            assertThat(diary.settle(today, told -> take(chronicle, told))).isEmpty();
        }
    }

    private static Standing standing(Chronicle chronicle, LocalDate today) {
        return chronicle.snapshot().register().standing(PROMISE, today, today).standing();
    }

    private static Optional<Words> take(Chronicle chronicle, List<Told> told) {
        return switch (chronicle.take(List.of(), told)) {
            case Chronicle.Taken.Recorded _ -> Optional.empty();
            case Chronicle.Taken.Refused(var refusals) ->
                Optional.of(refusals.getFirst().sentence());
        };
    }
}
