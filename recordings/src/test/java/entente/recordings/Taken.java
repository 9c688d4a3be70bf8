package entente.recordings;

import entente.screening.Array;
import entente.screening.Block;
import entente.screening.Reading;
import entente.terms.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// All of a recording, taken into memory.
record Taken(Array array, List<Block> blocks, List<Reading> readings, boolean dated, List<Words> remarks, About about) {

    static Taken of(Stated stated, Path... files) {
        try (Recording recording = Recording.open(List.of(files), stated)) {
            List<Block> blocks = new ArrayList<>();
            List<Reading> readings = new ArrayList<>();
            for (Optional<Stretch> one = recording.next(); one.isPresent(); one = recording.next()) {
                blocks.add(one.get().block());
                readings.addAll(one.get().readings());
            }
            return new Taken(
                    recording.array(), blocks, readings, recording.dated(), recording.remarks(), recording.about());
        }
    }

    static Stated stated(List<String> chassis, List<String> ground, String unit, double counts, OptionalDouble rate) {
        return new Stated(
                Optional.empty(), chassis, ground, List.of(), rate, Optional.of(unit), OptionalDouble.of(counts));
    }

    float[] channel(int index) {
        float[] all = new float[blocks.stream().mapToInt(Block::length).sum()];
        int at = 0;
        for (Block block : blocks) {
            System.arraycopy(block.samples()[index], 0, all, at, block.length());
            at += block.length();
        }
        return all;
    }
}
