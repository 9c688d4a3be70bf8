package entente.node.web;

import entente.agreement.Fact.Grade;
import entente.agreement.Figure.Stage;
import entente.agreement.Overlay;
import entente.agreement.Standing;
import entente.terms.Words;

/// What each word of judgement means, and what it does not.
final class Meanings {
    private Meanings() {}

    static Words means(Standing standing) {
        return switch (standing) {
            case KEPT ->
                new Words(
                        "The facts on record reach what was promised, in time; or both governments, or one, have stated in public that it was kept.",
                        "Les faits au registre atteignent, dans les délais, ce qui a été promis\u202F; ou bien les deux gouvernements, ou l’un d’eux, ont déclaré publiquement l’engagement tenu.");
            case KEPT_LATE ->
                new Words(
                        "What was promised has been reached, after the day it was due.",
                        "Ce qui a été promis a été atteint, après l’échéance.");
            case ON_COURSE ->
                new Words(
                        "Something that counts is on record, not yet all of it, and the day is not past or the text fixes none.",
                        "Une partie de ce qui compte figure au registre, pas encore tout\u202F; l’échéance n’est pas passée ou le texte n’en fixe aucune.");
            case NOT_YET_DUE ->
                new Words(
                        "The day is still to come and nothing that counts is on record.",
                        "L’échéance est à venir et rien de ce qui compte ne figure au registre.");
            case NO_EVIDENCE ->
                new Words(
                        "Nothing on record settles whether it was kept or broken: no fact counts by its test, or what counts is too old to tell, or it takes a judgement and neither government has published one. Other facts may bear on it.",
                        "Rien au registre ne permet de dire s’il a été tenu ou rompu\u00A0: aucun fait ne satisfait à son test, ou ce qui compte est trop ancien pour trancher, ou il faut un jugement et aucun des deux gouvernements n’en a publié. D’autres faits peuvent s’y rapporter.");
            case CANNOT_BE_JUDGED ->
                new Words(
                        "The text does not fix enough (number, date, place, starting point) for anyone to tell. The page says what is missing.",
                        "Le texte n’en fixe pas assez (nombre, date, lieu, point de départ) pour qu’on puisse en juger. La page dit ce qui manque.");
            case LATE ->
                new Words(
                        "The day is past and what is on record falls short of the promise; it can still be made good.",
                        "L’échéance est passée et ce qui figure au registre reste en deçà de l’engagement\u202F; le retard peut encore être rattrapé.");
            case BROKEN ->
                new Words(
                        "What is on record contradicts the promise, or falls short of it after the last day on which it could be made good.",
                        "Ce qui figure au registre contredit l’engagement, ou reste en deçà après le dernier jour où il pouvait être honoré.");
        };
    }

    static Words doesNotMean(Standing standing) {
        return switch (standing) {
            case KEPT ->
                new Words(
                        "It does not mean that the promise was wise, or that it worked.",
                        "Cela ne signifie pas que l’engagement était judicieux, ni qu’il a produit son effet.");
            case KEPT_LATE -> new Words("It does not excuse the delay.", "Cela n’excuse pas le retard.");
            case ON_COURSE ->
                new Words("It does not mean that it will be kept.", "Cela ne signifie pas qu’il sera tenu.");
            case NOT_YET_DUE ->
                new Words(
                        "It does not mean that nothing has been done.", "Cela ne signifie pas que rien n’a été fait.");
            case NO_EVIDENCE ->
                new Words(
                        "It does not mean that the promise was broken.",
                        "Cela ne signifie pas que l’engagement a été rompu.");
            case CANNOT_BE_JUDGED ->
                new Words("It does not mean that nobody tried.", "Cela ne signifie pas que personne n’a essayé.");
            case LATE ->
                new Words(
                        "It does not mean broken: something published later may complete it.",
                        "Cela ne signifie pas rompu\u202F: une publication ultérieure peut le compléter.");
            case BROKEN ->
                new Words("It does not say why, or who is to blame.", "Cela ne dit ni pourquoi, ni à qui la faute.");
        };
    }

    static Words means(Overlay overlay) {
        return switch (overlay) {
            case SIDES_DIFFER ->
                new Words(
                        "The two governments say different things about it. Both are shown.",
                        "Les deux gouvernements n’en disent pas la même chose. Les deux versions sont montrées.");
            case FIGURES_DIFFER ->
                new Words(
                        "Another published figure disagrees with one that counts here.",
                        "Un autre chiffre publié contredit un chiffre qui compte ici.");
            case ONLY_CLAIMED ->
                new Words(
                        "All that counts rests on one side’s word or on a third party’s report; no document or audit supports it.",
                        "Tout ce qui compte repose sur la parole d’une partie ou sur le récit d’un tiers\u202F; aucun document ni audit ne l’appuie.");
            case SUPERSEDED ->
                new Words("A later promise has taken its place.", "Un engagement ultérieur l’a remplacé.");
            case WAIVED ->
                new Words(
                        "Both governments have agreed not to ask for it.",
                        "Les deux gouvernements sont convenus de ne pas l’exiger.");
            case CORRECTED_SINCE ->
                new Words(
                        "Something that counted on this date was corrected or retracted later.",
                        "Un élément qui comptait à cette date a été corrigé ou retiré par la suite.");
        };
    }

    static Words means(Grade grade) {
        return switch (grade) {
            case REPORTED ->
                new Words(
                        "Press, an organisation or a person outside both governments says so.",
                        "La presse, une organisation ou une personne extérieure aux deux gouvernements l’affirme.");
            case CLAIMED -> new Words("One government says so.", "Un gouvernement l’affirme.");
            case CONFIRMED -> new Words("Both governments say so.", "Les deux gouvernements l’affirment.");
            case EVIDENCED ->
                new Words(
                        "A contract, list or other document shows it.",
                        "Un contrat, une liste ou un autre document le montre.");
            case AUDITED ->
                new Words("An auditor or inspector has examined it.", "Un auditeur ou un inspecteur l’a examiné.");
        };
    }

    static Words means(Stage stage) {
        return switch (stage) {
            case ANNOUNCED ->
                new Words("Said in public, outside a signed text.", "Dit en public, hors d’un texte signé.");
            case PROMISED ->
                new Words("The sum that a signed text commits to.", "Somme à laquelle engage un texte signé.");
            case ALLOCATED -> new Words("Assigned to an item or a line.", "Affectée à un poste ou à une ligne.");
            case CONTRACTED ->
                new Words("An order or a contract has been placed.", "Une commande ou un marché a été passé.");
            case PAID -> new Words("Reported as paid or spent.", "Rapportée comme versée ou dépensée.");
            case CERTIFIED ->
                new Words("Accepted by an auditor or controller.", "Acceptée par un auditeur ou un contrôleur.");
            case DELIVERED ->
                new Words("The value of goods or works handed over.", "Valeur des biens ou des travaux remis.");
        };
    }
}
