package entente.node.web;

/// The form in which an address asks for its page.
public enum Format {
    HTML,
    JSON
}
