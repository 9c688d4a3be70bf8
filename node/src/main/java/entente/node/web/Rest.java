package entente.node.web;

import entente.node.web.Views.FactLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page leaves out of a long list, and the forms of a page that have all of it.
public record Rest(String line, List<FactLink> ways) {
    /// As many of one list are shown. No list of the real record is as long.
    static final int MOST = 300;

    /// As many of a list whose items take more room.
    static final int FEW = 100;

    /// The first of a list.
    static <T> List<T> first(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(0, most);
    }

    /// The last of a list, in its order.
    static <T> List<T> last(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(all.size() - most, all.size());
    }

    /// Null where nothing is left out. `shown` says which are shown: "the 100 latest".
    static @Nullable Rest of(Scene scene, String shown, long all, int most, Subject whole, Format... forms) {
        if (all <= most) {
            return null;
        }
        List<FactLink> ways = java.util.Arrays.stream(forms)
                .map(form -> new FactLink(form.name(), scene.links().to(whole, form)))
                .toList();
        return new Rest(
                scene.say("Here are ", "Voici ")
                        + shown
                        + scene.say(" of ", " sur ")
                        + scene.speech().number(all)
                        + scene.say("; all of them: ", "\u202F; la liste entière\u00A0: "),
                ways);
    }

    static @Nullable Rest latest(Scene scene, long all, int most, Subject whole, Format... forms) {
        String number = scene.speech().number(most);
        return of(
                scene,
                scene.say("the " + number + " latest", "les " + number + " dernières lignes"),
                all,
                most,
                whole,
                forms);
    }

    static @Nullable Rest first(Scene scene, long all, int most, Subject whole, Format... forms) {
        String number = scene.speech().number(most);
        return of(
                scene,
                scene.say("the first " + number, "les " + number + " premières lignes"),
                all,
                most,
                whole,
                forms);
    }
}
