package entente.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a policy line by line (C2SP tlog-policy): at most 64 KiB, octets above 0x7F taken as they are.
final class PolicyFile {
    private static final int LONGEST = 64 * 1024;

    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, Policy.Quorum> named = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<Bytes> logKeys = new HashSet<>();
    private final Set<Bytes> witnessKeys = new HashSet<>();
    private Policy.@Nullable Quorum quorum;

    private PolicyFile() {}

    static Policy parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (bytes.length > LONGEST || text.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f)) {
            throw new Malformed("a policy has at most 65536 bytes and no control characters but tab and newline");
        }
        var file = new PolicyFile();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                file.read(line.strip());
            } catch (Malformed wrong) {
                throw new Malformed("line " + number + ": " + wrong.reason());
            }
        }
        if (file.quorum == null) {
            throw new Malformed("a policy has a quorum line");
        }
        return new Policy(file.logs, file.quorum);
    }

    private void read(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        List<String> words = List.of(line.split("[ \t]+"));
        switch (words.getFirst()) {
            case "log" -> log(between(words, 2, 3));
            case "witness" -> witness(between(words, 3, 4));
            case "group" -> group(between(words, 4, 300));
            case "quorum" -> quorum(between(words, 2, 2));
            default -> throw new Malformed("a line begins with log, witness, group or quorum");
        }
    }

    private void log(List<String> words) {
        VerifierKey key = key(words.get(1));
        if (!logKeys.add(key.key())) {
            throw new Malformed("this log is listed twice");
        }
        logs.add(key);
    }

    private void witness(List<String> words) {
        VerifierKey key = key(words.get(2));
        if (key.algorithm() == Algorithm.ED25519) {
            throw new Malformed("a witness signs with a cosignature key");
        }
        if (!witnessKeys.add(key.key())) {
            throw new Malformed("this witness is listed twice");
        }
        define(words.get(1), new Policy.Quorum.Witness(key));
    }

    private void group(List<String> words) {
        List<String> names = words.subList(3, words.size());
        List<Policy.Quorum> parts = names.stream().map(this::lookUp).toList();
        if (!names.stream().allMatch(members::add)) {
            throw new Malformed("a name is a member of one group, once");
        }
        long threshold = switch (words.get(2)) {
            case "all" -> names.size();
            case "any" -> 1;
            case String number -> Text.decimal(number);
        };
        if (threshold < 1 || threshold > names.size()) {
            throw new Malformed("a group of " + names.size() + " cannot ask for " + threshold);
        }
        define(words.get(1), new Policy.Quorum.Group((int) threshold, parts));
    }

    private void quorum(List<String> words) {
        if (quorum != null) {
            throw new Malformed("a policy has one quorum line");
        }
        quorum = words.get(1).equals("none") ? Policy.Quorum.none() : lookUp(words.get(1));
    }

    private void define(String name, Policy.Quorum meaning) {
        if (name.equals("none") || named.putIfAbsent(name, meaning) != null) {
            throw new Malformed("the name is taken");
        }
    }

    private Policy.Quorum lookUp(String name) {
        Policy.Quorum meaning = named.get(name);
        if (meaning == null) {
            throw new Malformed("a name is defined on an earlier line");
        }
        return meaning;
    }

    private static List<String> between(List<String> words, int fewest, int most) {
        if (words.size() < fewest || words.size() > most) {
            throw new Malformed("the line has " + words.size() + " words");
        }
        return words;
    }

    private static VerifierKey key(String vkey) {
        // The file is read byte for byte, and a key's name is UTF-8.
        return VerifierKey.parse(Text.utf8(vkey.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
