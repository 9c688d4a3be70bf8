package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Fact;
import entente.agreement.Told;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is shared is equal to what it was, and held once.
class SharingTest {
    private static List<Told> everyFact() {
        List<Told> all = new ArrayList<>();
        ShippedFilesTest.files().forEach(file -> all.addAll(told(ShippedFilesTest.read(file))));
        all.addAll(told(Reading.read("facts", Mutations.everyKey("facts").getBytes(StandardCharsets.UTF_8))));
        return all;
    }

    private static List<Told> told(Reading reading) {
        return reading instanceof Reading.OfFacts(List<Told> told, var _) ? told : List.of();
    }

    private static Told again(Told told) {
        return told(Reading.read("record", Writing.bytes(told))).getFirst();
    }

    private static Fact fact(Told told) {
        return told instanceof Told.Asserted(Fact fact) ? fact : ((Told.Corrected) told).fact();
    }

    @Test
    void facts_come_out_equal_also_from_several_threads() {
        Sharing sharing = new Sharing();
        List<Told> all = everyFact();
        assertThat(all).hasSizeGreaterThan(200);
        IntStream.range(0, 20)
                .parallel()
                .forEach(_ -> all.forEach(told -> {
                    Told shared = sharing.told(again(told));
                    assertThat(shared).isEqualTo(told);
                    assertThat(Writing.bytes(shared)).isEqualTo(Writing.bytes(told));
                }));
    }

    @Test
    void equal_parts_are_one_object() {
        Sharing sharing = new Sharing();
        Told first = everyFact().getFirst();
        Fact one = fact(sharing.told(again(first)));
        Fact other = fact(sharing.told(again(first)));
        assertThat(other).isNotSameAs(one);
        assertThat(other.happened()).isSameAs(one.happened());
        assertThat(other.reported()).isSameAs(one.reported());
        assertThat(other.who()).isSameAs(one.who());
        assertThat(other.where()).isSameAs(one.where());
        assertThat(other.bearsOn()).isSameAs(one.bearsOn());
        assertThat(other.tags()).isNotEmpty().isSameAs(one.tags());
        assertThat(other.source()).isSameAs(one.source());
        assertThat(other.says()).isNotSameAs(one.says());
    }

    @Test
    void parts_are_shared_where_wholes_differ() {
        Sharing sharing = new Sharing();
        String json = new String(Writing.bytes(everyFact().getFirst()), StandardCharsets.UTF_8);
        String elsewhere = json.replaceFirst("\"address\":\"[^\"]*\"", "\"address\":\"https://example.org/elsewhere\"");
        Fact one = fact(sharing.told(read(json)));
        Fact other = fact(sharing.told(read(elsewhere)));
        assertThat(other.source()).isNotEqualTo(one.source());
        assertThat(other.source().publisher()).isSameAs(one.source().publisher());
    }

    private static Told read(String json) {
        return told(Reading.read("record", json.getBytes(StandardCharsets.UTF_8)))
                .getFirst();
    }
}
