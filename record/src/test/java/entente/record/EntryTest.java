package entente.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import entente.terms.Digest;
import entente.testkit.Trials;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final String TEXT = """
            entente/entry/v1
            kind correct
            audience joint
            recorded 2026-11-22T23:00:00Z
            media application/json
            of 12
            commitment 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
            """;

    @Test
    void an_entry_is_read_and_written_alike() {
        Entry entry = Entry.parse(Bytes.utf8(TEXT));
        assertThat(entry)
                .isEqualTo(new Entry(
                        new Entry.Kind.Correct(12), Audience.JOINT, Given.RECORDED, "application/json", Tree.EMPTY));
        assertThat(entry.bytes()).isEqualTo(Bytes.utf8(TEXT));
    }

    @Test
    void every_entry_has_one_form() {
        Trials.check(2_000, random -> {
            Entry entry = Given.randomEntry(random);
            assertThat(Entry.parse(entry.bytes())).isEqualTo(entry);
        });
    }

    @Test
    void every_other_form_is_refused() {
        List<String> others = List.of(
                "",
                TEXT + "\n",
                TEXT.stripTrailing(),
                TEXT.replace("\n", "\r\n"),
                "\ufeff" + TEXT,
                TEXT.replace("v1", "v2"),
                TEXT.replace("correct", "assert"),
                TEXT.replace("of 12\n", ""),
                TEXT.replace("of 12", "of 012"),
                TEXT.replace("of 12", "of -1"),
                TEXT.replace("of 12", "of +12"),
                TEXT.replace("of 12", "of 9223372036854775808"),
                TEXT.replace("kind correct", "kind update"),
                TEXT.replace("joint", "Joint"),
                TEXT.replace("joint", "secret"),
                TEXT.replace("23:00:00Z", "23:00:00.5Z"),
                TEXT.replace("23:00:00Z", "23:00Z"),
                TEXT.replace("T23:00:00Z", "T24:00:00Z"),
                TEXT.replace("23:00:00Z", "23:00:00+00:00"),
                TEXT.replace("2026-11-22", "2026-02-30"),
                TEXT.replace("2026", "1969"),
                TEXT.replace("2026", "+12026"),
                TEXT.replace("application/json", "Application/json"),
                TEXT.replace("application/json", "application/json; charset=utf-8"),
                TEXT.replace("application/json", "json"),
                TEXT.replace("uFU=", "uFV="),
                TEXT.replace("47DE", ""),
                TEXT.replace("media ", "media  "),
                TEXT.replace("audience joint\n", "audience joint\naudience joint\n"));
        for (String other : others) {
            assertThatExceptionOfType(Malformed.class).as(other).isThrownBy(() -> Entry.parse(Bytes.utf8(other)));
        }
    }

    @Test
    void a_commitment_binds_salt_and_content() {
        var payload = Given.payload("paid");
        assertThat(payload.commitment())
                .isNotEqualTo(Given.payload("paie").commitment())
                .isNotEqualTo(new Payload(Bytes.of(Given.seed(8)), payload.content()).commitment())
                .isEqualTo(Digest.sha256(Given.ascii("entente/payload/v1\n"), Given.seed(7), Given.ascii("paid")));
        assertThat(payload.toString())
                .doesNotContain("paid")
                .doesNotContain(payload.salt().hex());
    }

    @Test
    void a_payload_has_a_salt_of_32_bytes_and_at_most_a_mebibyte() {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new Payload(Bytes.of(new byte[31]), Bytes.NONE));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Payload(Bytes.of(new byte[32]), Bytes.of(new byte[Payload.LONGEST + 1])));
    }

    @Test
    void a_reader_may_have_what_is_meant_for_its_standing_and_below() {
        assertThat(Audience.PUBLIC.mayRead(Audience.JOINT)).isFalse();
        assertThat(Audience.JOINT.mayRead(Audience.PUBLIC)).isTrue();
        assertThat(Audience.JOINT.mayRead(Audience.NATIONAL)).isFalse();
        assertThat(Audience.NATIONAL.mayRead(Audience.NATIONAL)).isTrue();
    }
}
