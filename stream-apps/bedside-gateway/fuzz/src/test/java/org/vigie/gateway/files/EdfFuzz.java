package org.vigie.gateway.files;

/** An EDF file: read, or a {@link MalformedFile} that names it. */
public final class EdfFuzz {
    private EdfFuzz() {}

    public static void fuzzerTestOneInput(byte[] file) {
        try {
            var unused = Edf.read("file.edf", file);
        } catch (MalformedFile e) {
            if (!e.getMessage().startsWith("file.edf")) {
                throw new IllegalStateException("whose fault is it?", e);
            }
        }
    }
}
