package ie.tradsessions.adapters.inmemory;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = {"ie.tradsessions.application", "ie.tradsessions.adapters.inmemory"})
class ContractCoverageTest {
    @ArchTest
    static final ArchRule every_port_has_a_contract_that_its_adapter_is_tested_with = classes()
            .that(describe(
                    "are ports",
                    type -> type.getPackageName().startsWith("ie.tradsessions.application.")
                            && type.isInterface()
                            && type.getEnclosingClass().isEmpty()
                            && !type.getSimpleName().equals("package-info")
                            && !type.reflect().isSealed()))
            .should(beTestedByTheirContract());

    private static ArchCondition<JavaClass> beTestedByTheirContract() {
        return new ArchCondition<>("have an adapter whose test extends the port's contract") {
            @Override
            public void check(JavaClass port, ConditionEvents events) {
                boolean tested = port.getDirectDependenciesToSelf().stream()
                        .flatMap(dependency -> dependency.getOriginClass().getPackage().getClasses().stream())
                        .filter(type -> type.getFullName().equals(port.getFullName() + "Contract"))
                        .flatMap(contract -> contract.getAllSubclasses().stream())
                        .anyMatch(test -> test.getSimpleName().equals("InMemory" + port.getSimpleName() + "Test")
                                && !test.getModifiers().contains(JavaModifier.ABSTRACT));
                events.add(new SimpleConditionEvent(
                        port,
                        tested,
                        port.getName() + " has no contract in the application's tests, or no adapter that keeps it"));
            }
        };
    }
}
