package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.screening.Danger;
import entente.screening.Danger.Hours;
import entente.screening.Hold;
import entente.terms.Language;
import entente.terms.Words;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long people have, in words: never longer than it is.
class DangerShownTest {
    private static DangerShown shown(double danger, double death, Language language) {
        Hours distress = new Hours(0, 0, 1);
        Hours hours = new Hours(danger, Math.max(danger, 2.5), Double.POSITIVE_INFINITY);
        Hours last = new Hours(death, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        Danger all = new Danger(
                distress,
                hours,
                last,
                List.of(new Danger.Threat(Danger.Cause.COLD, distress, hours, last)),
                List.of(new Words("The load space is cold.", "L’espace de chargement est froid.")));
        return DangerShown.of(all, Instant.parse("2026-11-23T10:00:00Z"), false, true, new Speech(language));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,        Danger may have begun,         Le danger a peut-être commencé,   true
            0.016,    Danger may have begun,         Le danger a peut-être commencé,   true
            0.0999,   Danger in 5 min at worst,      Danger dans 5 min au pire,        true
            0.25,     Danger in 15 min at worst,     Danger dans 15 min au pire,       false
            0.9999,   Danger in 59 min at worst,     Danger dans 59 min au pire,       false
            2,        Danger in 2 h at worst,        Danger dans 2 h au pire,          false
            2.9999,   Danger in 2 h 59 min at worst, Danger dans 2 h 59 min au pire,   false
            Infinity, No danger within three days,   Pas de danger avant trois jours,  false
            """)
    void the_time_is_rounded_down(double hours, String english, String french, boolean soon) {
        DangerShown en = shown(hours, Double.POSITIVE_INFINITY, Language.ENGLISH);
        assertThat(en.first().replace('\u00A0', ' ')).isEqualTo(english);
        assertThat(en.soon()).isEqualTo(soon);
        assertThat(shown(hours, Double.POSITIVE_INFINITY, Language.FRENCH)
                        .first()
                        .replace('\u00A0', ' '))
                .isEqualTo(french);
    }

    @Test
    void what_it_rests_on_is_said_with_it_and_that_nobody_has_said_what_kind_it_is() {
        DangerShown en = shown(2, 3, Language.ENGLISH);
        assertThat(en.more().replace('\u00A0', ' '))
                .isEqualTo("One case in ten is worse; in half of all cases in 2 h 30 min."
                        + " Death at worst in 3 h. First comes cold. Worked out at 10:00:00 UTC.");
        assertThat(en.basis().getFirst()).startsWith("Nobody has said what kind of vehicle it is");
        assertThat(en.basis()).contains("The load space is cold.");
    }

    @Test
    void where_nobody_was_found_it_says_that_it_speaks_of_what_may_be() {
        Danger soon = Danger.of(Hold.of(Hold.Kind.VAN), List.of(), Instant.EPOCH);
        assertThat(DangerShown.of(soon, Instant.EPOCH, true, false, new Speech(Language.ENGLISH))
                        .first())
                .startsWith("If somebody is inside: danger ");
        assertThat(DangerShown.of(soon, Instant.EPOCH, true, false, new Speech(Language.FRENCH))
                        .first())
                .startsWith("Si quelqu’un est dedans\u00A0: le danger ");
    }

    @Test
    void the_picture_stays_within_its_frame_and_begins_where_the_time_does() {
        List<DangerShown.Bar> bars = shown(2, 3, Language.ENGLISH).bars();
        assertThat(bars)
                .hasSize(3)
                .allSatisfy(
                        bar -> assertThat(bar.from()).isBetween(0, bar.half()).isLessThanOrEqualTo(bar.to()));
        assertThat(bars).allSatisfy(bar -> assertThat(bar.to()).isLessThanOrEqualTo(DangerShown.WIDTH));
        assertThat(bars.get(1).from()).isEqualTo(DangerShown.place(2));
        assertThat(bars.get(2).from()).isGreaterThan(bars.get(1).from());
    }
}
