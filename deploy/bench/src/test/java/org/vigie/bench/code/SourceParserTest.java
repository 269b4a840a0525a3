package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceParserTest {
    @TempDir
    Path root;

    @Test
    void aTypeHasItsNamePlaceAndJavadoc() throws IOException {
        // when
        SourceFile file = parsed("""
                package a;

                /** A place for
                 * one patient. */
                public record Bed(String id) {
                    private enum Kind { ICU }
                }
                """);

        // then
        assertThat(file.path()).isEqualTo("Source.java");
        assertThat(file.lines()).isEqualTo(7);
        assertThat(file.types())
                .containsExactly(
                        new TypeDeclaration("Bed", "Source.java:5", false, true, false, "A place for one patient."),
                        new TypeDeclaration("Kind", "Source.java:6", true, false, false, ""));
        assertThat(file.javadocs())
                .containsExactly(new JavadocComment("Source.java:5", "Bed", "A place for one patient."));
    }

    @Test
    void aMemberOfAnInterfaceIsPublic() throws IOException {
        assertThat(parsed("interface Bed { record Place() {} }").types())
                .extracting(TypeDeclaration::visible)
                .containsExactly(false, true);
    }

    @Test
    void anOrdinaryCommentIsNoJavadoc() throws IOException {
        assertThat(type("/* A bed. */ class Bed {}").documented()).isFalse();
        assertThat(type("/** */ class Bed {}").documented()).isFalse();
    }

    @Test
    void anAnonymousClassIsNoTypeOfItsOwn() throws IOException {
        assertThat(parsed("class Bed { Object it = new Object() {}; }").types()).hasSize(1);
    }

    @Test
    void aMethodsLinesGoFromItsModifiersToItsClosingBrace() throws IOException {
        // when
        SourceFile file = parsed("""
                abstract class Bed {
                    Bed() {}

                    /** Javadoc does not count. */
                    @Override
                    public String toString() {
                        return "bed";
                    }

                    abstract int beds();
                }
                """);

        // then
        assertThat(file.methodLines()).containsExactly(1, 4);
    }

    @Test
    void aClassOfStaticMembersWithoutAPublicConstructorIsAStaticUtility() throws IOException {
        assertThat(type("final class Units { private Units() {} static int mib() { return 1; } }")
                        .utility())
                .isTrue();
        assertThat(type("final class Units { static final int MIB = 1; record Unit() {} }")
                        .utility())
                .isTrue();
    }

    @Test
    void whatHasAnInstanceIsNoStaticUtility() throws IOException {
        assertThat(type("public class Units { static int mib() { return 1; } }").utility())
                .as("a public default constructor")
                .isFalse();
        assertThat(type("class Units { public Units() {} static int mib() { return 1; } }")
                        .utility())
                .isFalse();
        assertThat(type("class Units { int mib() { return 1; } }").utility()).isFalse();
        assertThat(type("class Units { int mib; static final int MIB = 1; }").utility())
                .isFalse();
        assertThat(type("class Units extends Thread { static int mib() { return 1; } }")
                        .utility())
                .isFalse();
        assertThat(type("enum Units { MIB; static int mib() { return 1; } }").utility())
                .isFalse();
        assertThat(type("class Units { record Unit() {} }").utility())
                .as("a mere holder of types")
                .isFalse();
    }

    @Test
    void aFileThatIsNotJavaIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parsed("class Bed {"))
                .withMessageContaining("Source.java:1");
    }

    private TypeDeclaration type(String text) throws IOException {
        return parsed(text).types().get(0);
    }

    private SourceFile parsed(String text) throws IOException {
        Path file = root.resolve("Source.java");
        Files.writeString(file, text);
        return new SourceParser(root).parse(List.of(file)).get(0);
    }
}
