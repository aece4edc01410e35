package ie.tradsessions.application;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rule that no adapter leaves out a port, or the contract of one. */
public final class ContractCoverage {
    private ContractCoverage() {}

    /** @param technology with which the names of the adapters begin, for example {@code InMemory} */
    public static ArchRule ofEveryPort(String technology) {
        return classes()
                .that(describe(
                        "are ports",
                        type -> type.getPackageName().startsWith("ie.tradsessions.application.")
                                && type.isInterface()
                                && type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.getEnclosingClass().isEmpty()
                                && !type.getSimpleName().equals("package-info")
                                // What judges histories is there for the tests alone.
                                && !type.getPackageName().endsWith(".linearizability")
                                && !type.reflect().isSealed()))
                .should(beTestedByTheirContract(technology));
    }

    private static ArchCondition<JavaClass> beTestedByTheirContract(String technology) {
        return new ArchCondition<>("have an adapter whose test extends the port's contract") {
            @Override
            public void check(JavaClass port, ConditionEvents events) {
                boolean tested = port.getPackage().getClasses().stream()
                        .filter(type -> type.getFullName().equals(port.getFullName() + "Contract"))
                        .flatMap(contract -> contract.getAllSubclasses().stream())
                        .anyMatch(test -> test.getSimpleName().equals(technology + port.getSimpleName() + "Test")
                                && !test.getModifiers().contains(JavaModifier.ABSTRACT));
                events.add(new SimpleConditionEvent(
                        port,
                        tested,
                        port.getName() + " has no contract in the application's tests, or no adapter that keeps it"));
            }
        };
    }
}
