package org.vigie.testing.classpath;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the names of all classes that one class file uses from its constant pool.
 *
 * <p>Source: The Java Virtual Machine Specification, Java SE 17, section 4.4.
 */
final class NamedClasses {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD_HANDLE = 15;

    private final DataInputStream input;
    private final String[] texts;
    private final Set<Integer> classes = new HashSet<>();

    private NamedClasses(DataInputStream input, int constants) {
        this.input = input;
        this.texts = new String[constants];
    }

    /** Returns names such as {@code java/lang/String}; the component type of an array stands for the array. */
    static Set<String> of(InputStream classFile) throws IOException {
        var input = new DataInputStream(classFile);
        input.skipNBytes(8);
        int constants = input.readUnsignedShort();
        var named = new NamedClasses(input, constants);
        for (int index = 1; index < constants; index++) {
            index += named.readConstant(index);
        }
        return named.names();
    }

    /** @return how many further indices the constant takes */
    private int readConstant(int index) throws IOException {
        int tag = input.readUnsignedByte();
        switch (tag) {
            case UTF8 -> texts[index] = input.readUTF();
            case CLASS -> classes.add(input.readUnsignedShort());
            case METHOD_HANDLE -> input.skipNBytes(3);
            case LONG, DOUBLE -> input.skipNBytes(8);
            // String, method type, module and package name one other constant; all that is left takes two.
            case 8, 16, 19, 20 -> input.skipNBytes(2);
            default -> input.skipNBytes(4);
        }
        return tag == LONG || tag == DOUBLE ? 1 : 0;
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        for (int index : classes) {
            String name = texts[index];
            if (!name.startsWith("[")) {
                names.add(name);
            } else if (name.endsWith(";")) {
                names.add(name.substring(name.indexOf('L') + 1, name.length() - 1));
            }
        }
        return names;
    }
}
