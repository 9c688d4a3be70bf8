package entente.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where published files are read: a node's address, or a folder with the same files under the same names.
interface Site {
    /// The most bytes that one file may have.
    int LARGEST = 64 * 1024 * 1024;

    /// The bytes under a name such as `log/checkpoint`; empty where there are none.
    ///
    /// @throws Trouble when that cannot be told, or there are too many
    Optional<byte[]> fetch(String name);

    /// The days of knowledge of which it is known to hold pages, besides the newest.
    List<LocalDate> dates();

    static Trouble tooLarge(String name) {
        return new Trouble(
                name + ": it has more than " + LARGEST + " bytes and is not read",
                name + "\u202F: il compte plus de " + LARGEST + " octets et n’est pas lu");
    }
}
