package org.vigie.bench.code;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Judges whether a class is a static utility: no supertype, only static members, at least one of them a method or a field, and no public
 * constructor. Records, enums and interfaces never are.
 */
record StaticMembers(ClassTree type) {
    boolean areAll() {
        return type.getKind() == Kind.CLASS
                && type.getExtendsClause() == null
                && type.getImplementsClause().isEmpty()
                && !hasPublicConstructor()
                && type.getMembers().stream().anyMatch(StaticMembers::isMethodOrField)
                && type.getMembers().stream().allMatch(StaticMembers::isStaticOrConstructor);
    }

    private boolean hasPublicConstructor() {
        List<MethodTree> constructors = type.getMembers().stream()
                .filter(StaticMembers::isConstructor)
                .map(MethodTree.class::cast)
                .toList();
        return constructors.isEmpty()
                ? isPublic(type.getModifiers())
                : constructors.stream().anyMatch(each -> isPublic(each.getModifiers()));
    }

    private static boolean isMethodOrField(Tree member) {
        return member instanceof VariableTree || (member instanceof MethodTree && !isConstructor(member));
    }

    private static boolean isStaticOrConstructor(Tree member) {
        if (member instanceof BlockTree block) {
            return block.isStatic();
        }
        if (member instanceof ClassTree nested) {
            return nested.getKind() != Kind.CLASS || isStatic(nested.getModifiers());
        }
        if (member instanceof VariableTree field) {
            return isStatic(field.getModifiers());
        }
        return isConstructor(member) || isStatic(((MethodTree) member).getModifiers());
    }

    private static boolean isConstructor(Tree member) {
        return member instanceof MethodTree method && method.getName().contentEquals("<init>");
    }

    private static boolean isStatic(ModifiersTree modifiers) {
        return modifiers.getFlags().contains(Modifier.STATIC);
    }

    private static boolean isPublic(ModifiersTree modifiers) {
        return modifiers.getFlags().contains(Modifier.PUBLIC);
    }
}
