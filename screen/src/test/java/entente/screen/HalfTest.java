package entente.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfTest {
    @Test
    void subjects_of_even_number_are_for_tuning_and_all_others_for_reporting() {
        assertThat(Half.ofSubject(Half.subject("subject-0002-scg.csv.gz"))).isEqualTo(Half.TUNING);
        assertThat(Half.ofSubject(Half.subject("subject-0002-uncalibrated_scg.csv.gz")))
                .isEqualTo(Half.TUNING);
        assertThat(Half.ofSubject(Half.subject("subject-0035-scg.csv.gz"))).isEqualTo(Half.REPORTING);
        assertThat(Half.ofSubject(Half.subject("bcg-30s-10khz.mat"))).isEqualTo(Half.REPORTING);
        assertThat(Half.ofSubject(Half.subject("someone 2.edf"))).isEqualTo(Half.REPORTING);
    }

    @Test
    void two_recordings_of_one_subject_are_one_subject() {
        assertThat(Half.subject("subject-0003-uncalibrated_scg.csv.gz"))
                .isEqualTo(Half.subject("subject-0003-scg.csv"));
    }

    @Test
    void two_places_are_for_tuning_and_all_others_for_reporting() {
        assertThat(Half.ofSite(Half.site("site-08.mseed"))).isEqualTo(Half.TUNING);
        assertThat(Half.ofSite(Half.site("site-09.mseed"))).isEqualTo(Half.TUNING);
        assertThat(Half.ofSite(Half.site("site-05.mseed"))).isEqualTo(Half.REPORTING);
        assertThat(Half.ofSite(Half.site("site-14.mseed"))).isEqualTo(Half.REPORTING);
        assertThat(Half.ofSite(Half.site("quay.wav"))).isEqualTo(Half.REPORTING);
    }
}
