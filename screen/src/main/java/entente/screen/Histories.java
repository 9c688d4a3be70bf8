package entente.screen;

import entente.screening.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The files that hold what a lane gave when it was empty.
final class Histories {
    private static final int LARGEST = 16 << 20;

    private Histories() {}

    static History read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return History.read(in.readNBytes(LARGEST));
        } catch (IOException trouble) {
            throw new WrongUse(
                    file + ": this history cannot be read. Make one with: entente screen learn",
                    file + "\u202F: cet historique ne peut être lu. Faites-en un avec\u202F: entente screen learn");
        } catch (IllegalArgumentException wrong) {
            throw new WrongUse(
                    file + " is not a history of this version. Teach the lane again: entente screen learn",
                    file
                            + " n’est pas un historique de cette version. Apprenez de nouveau la voie\u202F: entente screen"
                            + " learn");
        }
    }

    static void write(Path file, History history) {
        try {
            Files.write(file, history.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException trouble) {
            throw new WrongUse(
                    file + " cannot be made: it is there already, or its folder may not be written",
                    file + " ne peut être créé\u202F: il existe déjà, ou son dossier n’est pas ouvert à l’écriture");
        }
    }
}
