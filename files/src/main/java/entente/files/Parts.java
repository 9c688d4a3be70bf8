package entente.files;

import entente.agreement.ClauseId;
import entente.agreement.CommitmentId;
import entente.agreement.Fact.Kind;
import entente.agreement.Fact.Tag;
import entente.terms.Party;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What agreements and facts both have.
final class Parts {
    static final Map<String, Kind> KINDS = Form.codes(Kind.values(), Kind::code);
    static final Map<String, Tag> TAGS = Form.codes(Tag.values(), Tag::code);
    static final Map<String, Party> PARTIES = Form.codes(Party.values(), Party::code);

    private Parts() {}

    static Set<Party> parties(Form form, String key) {
        EnumSet<Party> parties = EnumSet.noneOf(Party.class);
        parties.addAll(form.distinct(key, 2, (tree, faults) -> Values.word(tree, faults, PARTIES)));
        return parties;
    }

    static Set<Party> requiredParties(Form form, String key) {
        if (!form.has(key)) {
            form.missing(key);
        }
        return parties(form, key);
    }

    static Map<Tag, SortedSet<String>> tags(Form form) {
        Map<Tag, SortedSet<String>> tags = new EnumMap<>(Tag.class);
        for (Tag tag : Tag.values()) {
            List<String> values = form.distinct(tag.code(), 12, Values::slug);
            if (!values.isEmpty()) {
                tags.put(tag, new TreeSet<>(values));
            }
        }
        return tags;
    }

    static CommitmentId commitment(Tree tree, Faults faults) {
        int before = faults.count();
        String text = Values.address(tree, faults);
        if (faults.count() == before) {
            try {
                return CommitmentId.parse(text);
            } catch (IllegalArgumentException wrong) {
                faults.add(
                        tree.mark(),
                        "bad-id",
                        "A commitment is named agreement/clause/commitment. Write it like calais-2014/c02-fund/k1.",
                        "Un engagement se nomme accord/clause/engagement. Écrivez-le comme calais-2014/c02-fund/k1.");
            }
        }
        return new ClauseId("x", "x").commitment("x");
    }
}
