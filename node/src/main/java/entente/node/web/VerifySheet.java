package entente.node.web;

import entente.node.web.Views.Field;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How to check the whole record: in the browser, on one's own computer, or by this server's word.
public final class VerifySheet implements Sheet {
    private final Scene scene;
    private final List<String> keys;
    private final String origin;

    /// `steps` are what the server did when it started; `commands` what to type, one after the other; `action` is
    /// where the forms for a date and for two dates lead.
    public record View(
            Frame frame,
            String answer,
            List<Step> steps,
            List<Command> commands,
            String find,
            String action,
            String first,
            List<Field> checkpoint,
            List<String> keys) {}

    /// A step that was taken, and the value it came to where there is one, else empty.
    public record Step(String sentence, String value) {}

    public record Command(String what, String typed) {}

    /// `origin` is the address of the site as its reader knows it.
    VerifySheet(Scene scene, List<String> keys, String origin) {
        this.scene = scene;
        this.keys = keys;
        this.origin = origin;
    }

    @Override
    public String template() {
        return "verify.jte";
    }

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    @Override
    public View view() {
        Speech speech = scene.speech();
        return new View(
                scene.frame(
                        new Subject.Verify(),
                        say("Is this record intact?", "Ce registre est-il intact\u202F?"),
                        List.of()),
                say(
                                "Yes, says this server. When it started it read all ",
                                "Oui, d’après ce serveur. À son démarrage, il a lu les ")
                        + speech.count(scene.snapshot().size(), "entry", "entries", "entrée", "entrées")
                        + say(
                                " and found every one where the signed checkpoint says, unaltered.",
                                " et les a toutes trouvées à leur place, inchangées, telles que les fixe le point de contrôle signé."),
                steps(),
                commands(),
                scene.links().find(),
                scene.links().today().agreements(),
                scene.register().agreements().isEmpty()
                        ? ""
                        : speech.day(scene.register().agreements().getFirst().begins()),
                List.of(
                        new Field(say("Log", "Registre"), scene.snapshot().origin()),
                        new Field(
                                say("Entries", "Entrées"),
                                speech.number(scene.snapshot().size())),
                        new Field(say("Root", "Racine"), scene.snapshot().root().base64()),
                        new Field(
                                say("Signed", "Signé"),
                                speech.moment(scene.snapshot().signed()))),
                keys);
    }

    private List<Step> steps() {
        long contents =
                (long) scene.register().size() + scene.register().agreements().size();
        return List.of(
                new Step(
                        say(
                                "Each entry was hashed, and the hashes make the root that the checkpoint signs.",
                                "Chaque entrée a été hachée, et les empreintes donnent la racine que signe le point de contrôle."),
                        scene.snapshot().root().hex()),
                new Step(
                        scene.speech()
                                        .count(
                                                contents,
                                                "content was",
                                                "contents were",
                                                "contenu a été",
                                                "contenus ont été")
                                + say(
                                        " matched with the commitment in its entry.",
                                        " rapprochés de l’engagement inscrit dans leur entrée."),
                        ""),
                new Step(
                        say(
                                "Both signatures of the checkpoint hold: Ed25519, and ML-DSA-44 against quantum computers.",
                                "Les deux signatures du point de contrôle sont valables\u00A0: Ed25519, et ML-DSA-44 contre les ordinateurs quantiques."),
                        ""));
    }

    private List<Command> commands() {
        return List.of(
                new Command(
                        say(
                                "Fetch the keys. Better: use the file of keys that those who keep the record gave you by another way.",
                                "Téléchargez les clés. Mieux\u00A0: utilisez le fichier de clés que les teneurs du registre vous ont remis par une autre voie."),
                        "curl -fsS -o keys.txt " + origin + "/log/keys"),
                new Command(
                        say(
                                "Read the whole record, check it, work out every published standing again, and keep what was read in the folder bundle.",
                                "Lisez tout le registre, vérifiez-le, recalculez chaque état publié, et gardez ce qui a été lu dans le dossier bundle."),
                        "./entente verify " + origin + " --key keys.txt --save bundle"),
                new Command(
                        say(
                                "Check the bundle again, now or in ten years, without this server and without a network.",
                                "Vérifiez de nouveau cette copie, maintenant ou dans dix ans, sans ce serveur et sans réseau."),
                        "./entente verify bundle --key keys.txt"));
    }

    @Override
    public Optional<Object> json() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("intact", true);
        page.put("checkedBy", "server");
        page.put("origin", scene.snapshot().origin());
        page.put("size", scene.snapshot().size());
        page.put("root", scene.snapshot().root().base64());
        page.put("signed", scene.snapshot().signed().atOffset(ZoneOffset.UTC).toString());
        page.put("keys", keys);
        return Optional.of(page);
    }
}
