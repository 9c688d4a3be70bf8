package entente.node.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which items hold which words, and in which part of them. Items are counted from 0. It never changes.
final class WordIndex {
    private final int items;
    private final String[] words;
    /// For each word, the items that hold it: the item's number, and in the low byte the weight of the part.
    private final int[][] places;

    private WordIndex(int items, String[] words, int[][] places) {
        this.items = items;
        this.words = words;
        this.places = places;
    }

    /// Reads the texts of all items. There must be fewer than 2^23 of them.
    static WordIndex of(List<Findable> items) {
        Map<String, Growing> found = new HashMap<>();
        for (int item = 0; item < items.size(); item++) {
            Map<String, Integer> weights = new HashMap<>();
            for (Findable.Text text : items.get(item).texts()) {
                for (String word : Sought.tokens(text.text())) {
                    weights.merge(word, text.part().weight(), Math::max);
                }
            }
            int base = item << 8;
            weights.forEach((word, weight) ->
                    found.computeIfAbsent(word, _ -> new Growing()).add(base | weight));
        }
        TreeMap<String, Growing> sorted = new TreeMap<>(found);
        return new WordIndex(
                items.size(),
                sorted.keySet().toArray(String[]::new),
                sorted.values().stream().map(Growing::done).toArray(int[][]::new));
    }

    private static final class Growing {
        private int[] values = new int[4];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int[] done() {
            return Arrays.copyOf(values, size);
        }
    }

    /// Adds to the score of each item that holds all of the words, or where none does the most of them, how telling
    /// the parts are that hold them. A word is held where one begins with it; a single letter only where it is one.
    ///
    /// @return how many of the words they hold
    int score(List<String> sought, int[] scores) {
        int[] sums = new int[items];
        byte[] held = new byte[items];
        int[] best = new int[items];
        int most = 0;
        for (String word : sought) {
            Arrays.fill(best, 0);
            int at = Arrays.binarySearch(words, word);
            for (at = at < 0 ? -at - 1 : at; at < words.length && words[at].startsWith(word); at++) {
                boolean whole = words[at].length() == word.length();
                if (whole || word.length() > 1) {
                    for (int place : places[at]) {
                        int item = place >>> 8;
                        int weight = (place & 255) * (whole ? 3 : 2);
                        if (weight > best[item]) {
                            held[item] += best[item] == 0 ? (byte) 1 : 0;
                            best[item] = weight;
                        }
                    }
                }
            }
            for (int item = 0; item < items; item++) {
                sums[item] += best[item];
                most = Math.max(most, held[item]);
            }
        }
        for (int item = 0; item < items; item++) {
            if (most > 0 && held[item] == most) {
                scores[item] += sums[item];
            }
        }
        return most;
    }
}
