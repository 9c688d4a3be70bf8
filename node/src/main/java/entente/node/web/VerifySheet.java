package entente.node.web;

import entente.node.web.Views.Field;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How to check the whole record. `origin` is the address of the site as its reader knows it.
record VerifySheet(Scene scene, List<String> keys, String origin) implements Sheet {
    @Override
    public String template() {
        return "verify.jte";
    }

    @Override
    public Object view() {
        String title = scene.say("Is this record intact?", "Ce registre est-il intact\u202F?");
        long payloads = (long) scene.snapshot().register().held().size()
                + scene.snapshot().register().agreements().size();
        return new Views.Verify(
                scene.frame(new Subject.Verify(), title, List.of()),
                scene.say("Yes. When this server started it read all ", "Oui. À son démarrage, ce serveur a lu les ")
                        + scene.speech().count(scene.snapshot().size(), "entry", "entries", "entrée", "entrées")
                        + scene.say(
                                " and found every one where its checkpoint says, unaltered.",
                                " et les a toutes trouvées à leur place, inchangées, telles que son point de contrôle les signe."),
                true,
                List.of(
                        new Views.Check(
                                scene.say(
                                        "Each entry was hashed, and the hashes make the root that the checkpoint signs.",
                                        "Chaque entrée a été hachée, et les empreintes donnent la racine que signe le point de contrôle."),
                                true,
                                scene.snapshot().root().hex()),
                        new Views.Check(
                                scene.speech()
                                                .count(
                                                        payloads,
                                                        "content was",
                                                        "contents were",
                                                        "contenu a été",
                                                        "contenus ont été")
                                        + scene.say(
                                                " matched with the commitment in its entry.",
                                                " rapprochés de l’engagement inscrit dans leur entrée."),
                                true,
                                null),
                        new Views.Check(
                                scene.say(
                                        "Both signatures of the checkpoint hold: Ed25519, and ML-DSA-44 against quantum computers.",
                                        "Les deux signatures du point de contrôle sont valables\u00A0: Ed25519, et ML-DSA-44 contre les ordinateurs quantiques."),
                                true,
                                null)),
                List.of(
                        new Field(scene.say("Log", "Registre"), scene.snapshot().origin()),
                        new Field(
                                scene.say("Entries", "Entrées"),
                                scene.speech().number(scene.snapshot().size())),
                        new Field(
                                scene.say("Root", "Racine"),
                                scene.snapshot().root().base64()),
                        new Field(
                                scene.say("Signed", "Signé"),
                                scene.speech().moment(scene.snapshot().signed()))),
                keys,
                "./entente verify " + origin);
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
