package entente.node.store;

import entente.record.Store;
import entente.terms.Words;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What is said of a folder, keys or a database that cannot be used: what happened, and what to do.
final class Trouble {
    /// A table or column that is not there is damage too.
    private static final Set<Integer> DAMAGE = Set.of(
            SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code, SQLiteErrorCode.SQLITE_ERROR.code);

    private Trouble() {}

    private static Store.Failure of(String en, String fr) {
        return new Store.Failure(new Words(en, fr));
    }

    private static Store.Failure of(String en, String fr, Throwable cause) {
        return new Store.Failure(new Words(en, fr), cause);
    }

    // The folder.

    static Store.Failure held(Path lock) {
        return of(
                "another node is at work in this folder: stop it first, or name another folder with --data; it holds "
                        + lock,
                "un autre nœud travaille dans ce dossier\u202F: arrêtez-le d’abord, ou nommez un autre dossier avec --data\u202F; il tient "
                        + lock);
    }

    static Store.Failure noFolder(Path folder, IOException cause) {
        String why = cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : cause.getClass().getSimpleName();
        return of(
                "the folder " + folder + " cannot be used (" + why
                        + "): it must be a folder that the user who starts the node may read and write; another can be named with --data",
                "le dossier " + folder + " ne peut pas servir (" + why
                        + ")\u202F: il doit être un dossier que l’utilisateur qui lance le nœud peut lire et écrire\u202F; --data en nomme un autre",
                cause);
    }

    static Store.Failure noRecord(Path folder) {
        return of(
                "there is no record in " + folder + ": name its folder with --data",
                "il n’y a pas de registre dans " + folder + "\u202F: nommez son dossier avec --data");
    }

    static Store.Failure lockNotReleased(IOException cause) {
        return of("the lock cannot be released", "le verrou ne peut pas être rendu", cause);
    }

    // The keys.

    static Store.Failure keysMissing(Path file) {
        return of(
                "the log has entries, but its keys are missing: " + file
                        + ". Put them back from a backup; new ones cannot take their place",
                "le journal contient des entrées, mais ses clés manquent\u202F: " + file
                        + ". Remettez-les depuis une sauvegarde\u202F; de nouvelles ne peuvent pas les remplacer");
    }

    static Store.Failure keysOpen(Path file) {
        return of(
                "others may read the keys: chmod 600 " + file,
                "d’autres peuvent lire les clés\u202F: chmod 600 " + file);
    }

    static Store.Failure keysForeign(String origin, Path file) {
        return of(
                "these are not the two keys of " + origin + ": " + file
                        + ". Put back the file that was made with the record",
                "ce ne sont pas les deux clés de " + origin + "\u202F: " + file
                        + ". Remettez le fichier créé avec le registre");
    }

    /// Without its cause, which could show some of the secret.
    static Store.Failure keysUnreadable(Path file, Exception cause) {
        String why = cause.getClass().getSimpleName();
        return of(
                "the keys cannot be read: " + file + " (" + why + "). Put back the file that was made with the record",
                "les clés ne peuvent pas être lues\u202F: " + file + " (" + why
                        + "). Remettez le fichier créé avec le registre");
    }

    static Store.Failure keysUnwritable(Path file, IOException cause) {
        return of(
                "the keys cannot be written: " + file + ". Make room, and let the node write in the folder",
                "les clés ne peuvent pas être écrites\u202F: " + file
                        + ". Faites de la place, et laissez le nœud écrire dans le dossier",
                cause);
    }

    // The database.

    static Store.Failure oldSqlite(String version) {
        return of(
                "SQLite 3.51.3 or later is needed, was: " + version,
                "il faut SQLite 3.51.3 ou plus récent, et non " + version);
    }

    static Store.Failure newerRecord(Path file, int found, int known) {
        return of(
                file + " was written by a newer version of Entente (form " + found + "; this version knows form "
                        + known + "): open it with that version. Nothing was changed",
                file + " a été écrit par une version plus récente d’Entente (forme " + found
                        + "\u202F; celle-ci connaît la forme " + known
                        + ")\u202F: ouvrez-le avec cette version. Rien n’a été modifié");
    }

    static Store.Failure otherLog(Path file, String origin, String found) {
        return of(
                file + " holds the log " + shown(found) + " and not " + origin
                        + ": it belongs to another node, or is damaged. Name the right folder with --data, or bring a backup into"
                        + " a new one with ./entente restore. Nothing was changed",
                file + " contient le journal " + shown(found) + " et non " + origin
                        + "\u202F: il appartient à un autre nœud, ou il est endommagé. Indiquez le bon dossier par --data, ou"
                        + " remettez une sauvegarde dans un nouveau par ./entente restore. Rien n’a été modifié");
    }

    /// What was read from damaged bytes may be anything.
    private static String shown(String text) {
        return text.codePoints()
                .limit(64)
                .map(one -> Character.isISOControl(one) ? '?' : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static Store.Failure readersHold() {
        return of(
                "readers hold what was deleted: erase it again",
                "des lecteurs tiennent ce qui a été supprimé\u202F: effacez-le de nouveau");
    }

    static Store.Failure headMoved(Object expected) {
        return of(
                "somebody else has written to this log: its head is no longer " + expected
                        + ". Start again, with one node on the folder",
                "quelqu’un d’autre a écrit dans ce journal\u202F: sa tête n’est plus " + expected
                        + ". Relancez, avec un seul nœud sur le dossier");
    }

    /// @param file the database
    static Store.Failure database(Path file, SQLException cause) {
        Words remedy = remedy(cause);
        String why = cause instanceof SQLiteException sqlite
                ? sqlite.getResultCode().name()
                : String.valueOf(cause.getMessage());
        return of(
                file + " cannot be used (" + why + "): " + remedy.en(),
                file + " ne peut pas servir (" + why + ")\u202F: " + remedy.fr(),
                cause);
    }

    private static Words remedy(SQLException cause) {
        int code = cause.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new Words(
                    "the disk is full. What was acknowledged is recorded, the rest is not; make room and start again",
                    "le disque est plein. Ce qui a été confirmé est enregistré, le reste ne l’est pas\u202F; faites de la place et relancez");
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return new Words(
                    "the disk failed. What was acknowledged is recorded, the rest is not; see to the disk and start again",
                    "le disque a failli. Ce qui a été confirmé est enregistré, le reste ne l’est pas\u202F; voyez le disque et relancez");
        }
        if (DAMAGE.contains(code)) {
            return new Words(
                    "it is damaged. Keep it, and bring a backup into a new folder with ./entente restore",
                    "il est endommagé. Gardez-le, et remettez une sauvegarde dans un nouveau dossier avec ./entente restore");
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new Words(
                    "another program holds it. End that program and start again",
                    "un autre programme le tient. Arrêtez ce programme et relancez");
        }
        return new Words(
                "the user who starts the node must be able to read and write it and its folder",
                "l’utilisateur qui lance le nœud doit pouvoir le lire et l’écrire, ainsi que son dossier");
    }

    // The writer.

    static Store.Failure interrupted() {
        return of(
                "interrupted before the log took the entries",
                "interrompu avant que le journal n’ait pris les entrées");
    }

    static Store.Failure closed() {
        return of("the log was closed", "le journal a été fermé");
    }

    static Store.Failure stopped(Throwable cause) {
        Words why = cause instanceof Store.Failure failure
                ? failure.words()
                : Words.same(String.valueOf(cause.getMessage()));
        return of(
                "this log is no longer written: " + why.en(), "ce journal n’est plus écrit\u202F: " + why.fr(), cause);
    }

    // Backups.

    static Store.Failure targetThere(Path target) {
        return of(
                target + " is there already: a backup overwrites nothing; name another",
                target + " existe déjà\u202F: une sauvegarde n’écrase rien\u202F; donnez un autre nom");
    }

    static Store.Failure folderNotEmpty(Path folder) {
        return of(
                folder + " is not empty: a record is restored into a new or empty folder only",
                folder + " n’est pas vide\u202F: un registre ne se restaure que dans un dossier nouveau ou vide");
    }

    static Store.Failure noBackup(Path folder) {
        return of(
                folder + " is no backup: it must hold record.db and public-keys",
                folder + " n’est pas une sauvegarde\u202F: il doit contenir record.db et public-keys");
    }

    static Store.Failure notCopied(Path target, IOException cause) {
        return of(
                target + " cannot be written (" + cause.getMessage() + "): make room, or name another place",
                target + " ne peut pas être écrit (" + cause.getMessage()
                        + ")\u202F: faites de la place, ou nommez un autre endroit",
                cause);
    }
}
