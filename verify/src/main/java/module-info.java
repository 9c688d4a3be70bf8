/// An auditor's program: checks a record and everything published from it, from published files alone. It knows no
/// database and trusts no node.
module entente.verify {
    requires static transitive org.jspecify;
    requires entente.agreement;
    requires entente.files;
    requires entente.record;
    requires info.picocli;
    requires java.net.http;
    requires tools.jackson.core;

    opens entente.verify to
            info.picocli;
}
