package ie.tradsessions.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import ie.tradsessions.application.Identity;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The rules of the house. A rule about which nothing is left to say fails, so that none outlives what it was for. That
 * every port has its contract test is stated where those tests are, in adapters-inmemory.
 */
@AnalyzeClasses(
        packages = "ie.tradsessions",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
    /** The contracts and fixtures of other modules. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String DOMAIN = "ie.tradsessions.domain..";
    private static final String APPLICATION = "ie.tradsessions.application..";
    private static final String ADAPTERS = "ie.tradsessions.adapters..";
    private static final String IN_MEMORY = "ie.tradsessions.adapters.inmemory..";
    private static final String DYNAMODB = "ie.tradsessions.adapters.dynamodb..";
    private static final String LAMBDA = "ie.tradsessions.adapters.lambda..";
    private static final String HTTP = "ie.tradsessions.adapters.lambda.http..";
    private static final String ROOTS = "ie.tradsessions.infrastructure..";
    private static final String NULLNESS = "org.jspecify.annotations..";

    private static final DescribedPredicate<JavaClass> PORTS = describe(
            "ports",
            type -> type.getPackageName().startsWith("ie.tradsessions.application.")
                    && type.isInterface()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !type.getSimpleName().equals("package-info")
                    && type.getEnclosingClass().isEmpty()
                    && !isSealed(type));

    /**
     * What is public beside values, ports and exceptions. Of the search, those that make snapshots; the rest is an index.
     * In {@code membership} is what the use cases of members share.
     */
    private static final DescribedPredicate<JavaClass> USE_CASES = describe(
            "use cases",
            type -> type.getPackageName().startsWith("ie.tradsessions.application.")
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && type.getEnclosingClass().isEmpty()
                    && !type.isInterface()
                    && !type.isRecord()
                    && !type.isEnum()
                    && !type.isAssignableTo(Throwable.class)
                    && !type.getPackageName().endsWith(".membership")
                    && (!type.getPackageName().endsWith(".search")
                            || type.getSimpleName().endsWith("Snapshot")));

    private static boolean isSealed(JavaClass type) {
        return type.reflect().isSealed();
    }

    @ArchTest
    static final ArchRule layers_look_inwards_only = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("ie.tradsessions..")
            .layer("domain")
            .definedBy(DOMAIN)
            .layer("application")
            .definedBy(APPLICATION)
            .layer("in memory")
            .definedBy(IN_MEMORY)
            .layer("dynamodb")
            .definedBy(DYNAMODB)
            .layer("lambda")
            .definedBy(LAMBDA)
            .layer("roots")
            .definedBy(ROOTS)
            .whereLayer("application")
            .mayOnlyBeAccessedByLayers("in memory", "dynamodb", "lambda", "roots")
            .whereLayer("in memory")
            .mayOnlyBeAccessedByLayers("roots")
            .whereLayer("dynamodb")
            .mayOnlyBeAccessedByLayers("roots")
            .whereLayer("lambda")
            .mayOnlyBeAccessedByLayers("roots")
            .whereLayer("roots")
            .mayNotBeAccessedByAnyLayer()
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule the_domain_needs_nothing_but_java = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(javaBase().or(resideInAnyPackage(DOMAIN, NULLNESS)));

    @ArchTest
    static final ArchRule the_application_needs_nothing_but_the_domain = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat(javaBase().or(resideInAnyPackage(DOMAIN, APPLICATION, NULLNESS)));

    @ArchTest
    static final ArchRule storage_in_memory_needs_no_library = classes()
            .that()
            .resideInAPackage(IN_MEMORY)
            .should()
            .onlyDependOnClassesThat(javaBase().or(resideInAnyPackage(DOMAIN, APPLICATION, IN_MEMORY, NULLNESS)));

    /** Of the JDK's modules, java.base alone has these packages. */
    private static DescribedPredicate<JavaClass> javaBase() {
        return describe(
                "of java.base",
                type -> type.isPrimitive()
                        || type.isArray()
                        || List.of(
                                        "java.lang",
                                        "java.util",
                                        "java.time",
                                        "java.io",
                                        "java.net",
                                        "java.nio",
                                        "java.text",
                                        "java.math",
                                        "java.security")
                                .stream()
                                .anyMatch(start -> type.getPackageName().equals(start)
                                        || type.getPackageName().startsWith(start + ".")));
    }

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other =
            slices().matching("ie.tradsessions.adapters.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule no_cycles_between_subjects_of_the_domain =
            slices().matching("ie.tradsessions.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_cycles_between_features =
            slices().matching("ie.tradsessions.application.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_cycles_between_subjects_of_the_api =
            slices().matching("ie.tradsessions.adapters.lambda.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule http_knows_no_subject = noClasses()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .dependOnClassesThat(resideInAnyPackage("ie.tradsessions.domain.*..", "ie.tradsessions.application.*..")
                    .and(not(resideInAPackage("ie.tradsessions.domain.search..")))
                    .and(not(describe("who asks", type -> type.isEquivalentTo(Identity.class))))
                    .or(resideInAPackage(LAMBDA).and(not(resideInAPackage(HTTP)))));

    @ArchTest
    static final ArchRule no_cycles_within_a_root = slices().matching("ie.tradsessions.infrastructure.(*).(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule lambda_and_json_stay_at_the_edge = classes()
            .that()
            .resideInAnyPackage("com.amazonaws..", "tools.jackson..")
            .or(describe(
                    "are ours and use them",
                    type -> type.getPackageName().startsWith("ie.tradsessions")
                            && type.getDirectDependenciesFromSelf().stream()
                                    .anyMatch(dependency -> resideInAnyPackage("com.amazonaws..", "tools.jackson..")
                                            .test(dependency.getTargetClass()))))
            .should()
            .resideInAnyPackage(LAMBDA, ROOTS, "com.amazonaws..", "tools.jackson..");

    @ArchTest
    static final ArchRule the_aws_sdk_stays_with_the_table = noClasses()
            .that()
            .resideInAPackage("ie.tradsessions..")
            .and()
            .resideOutsideOfPackages(DYNAMODB, ROOTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    /** The application knows who asks, and not by what token. */
    @ArchTest
    static final ArchRule tokens_stay_at_the_edge = noClasses()
            .that()
            .resideInAPackage("ie.tradsessions..")
            .and()
            .resideOutsideOfPackages("ie.tradsessions.adapters.lambda.access..", ROOTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule dynamodb_on_one_machine_stays_with_its_storage = noClasses()
            .that()
            .resideOutsideOfPackage("ie.tradsessions.infrastructure.local.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon.dynamodb..", "com.almworks..");

    @ArchTest
    static final ArchRule only_functions_are_frozen = noClasses()
            .that()
            .resideOutsideOfPackage("ie.tradsessions.infrastructure.function..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.crac..", "jdk.crac..");

    /** DynamoDB Local brings it, and reads its fields by reflection. */
    @ArchTest
    static final ArchRule nobody_uses_the_other_jackson =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule only_roots_read_the_environment = noClasses()
            .that()
            .resideOutsideOfPackage(ROOTS)
            .should()
            .callMethodWhere(target(System.class, Set.of("getenv", "getProperty", "getProperties")));

    @ArchTest
    static final ArchRule only_roots_construct_adapters = noClasses()
            .that()
            .resideOutsideOfPackages(ADAPTERS, ROOTS)
            .should()
            .callConstructorWhere(JavaAccess.Predicates.targetOwner(resideInAPackage(ADAPTERS)));

    @ArchTest
    static final ArchRule time_and_chance_are_arguments = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .callCodeUnitWhere(describe("now, today or by chance", access -> {
                AccessTarget target = access.getTarget();
                JavaClass owner = target.getOwner();
                String name = target.getName();
                return (owner.getPackageName().equals("java.time") && name.equals("now"))
                        || (owner.isAssignableTo(Clock.class) && name.startsWith("system"))
                        || (owner.isEquivalentTo(InstantSource.class)
                                && Set.of("system", "tick").contains(name))
                        || (owner.isEquivalentTo(System.class)
                                && Set.of("currentTimeMillis", "nanoTime").contains(name))
                        || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                        || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                        || (owner.isAssignableTo(RandomGenerator.class) && name.equals("<init>"))
                        || (owner.isEquivalentTo(RandomGenerator.class)
                                && Set.of("of", "getDefault").contains(name))
                        || owner.getName().equals("java.util.concurrent.ThreadLocalRandom");
            }));

    @ArchTest
    static final ArchRule domain_types_never_change = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .and(not(describe("package-info", type -> type.getSimpleName().equals("package-info"))))
            .should(beUnchangeable());

    private static ArchCondition<JavaClass> beUnchangeable() {
        return new ArchCondition<>("be records, enums, sealed interfaces or final classes with final fields") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isRecord()
                        || type.isEnum()
                        || type.isAnonymousClass()
                        || (type.isInterface() && isSealed(type))
                        || type.getModifiers().contains(JavaModifier.FINAL);
                boolean fixed = type.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
                events.add(
                        new SimpleConditionEvent(type, closed && fixed, type.getName() + " can change or be extended"));
            }
        };
    }

    @ArchTest
    static final ArchRule ports_are_implemented_only_in_adapters = classes()
            .that(describe(
                    "implement a port",
                    type -> type.getAllRawInterfaces().stream().anyMatch(PORTS)))
            .should()
            .resideInAPackage(ADAPTERS);

    @ArchTest
    static final ArchRule every_port_is_implemented = classes()
            .that(PORTS)
            .should(new ArchCondition<>("have an adapter that bears the port's name") {
                @Override
                public void check(JavaClass port, ConditionEvents events) {
                    boolean implemented = port.getSubclasses().stream()
                            .anyMatch(adapter -> adapter.getSimpleName().endsWith(port.getSimpleName()));
                    events.add(new SimpleConditionEvent(port, implemented, port.getName() + " has no adapter"));
                }
            });

    @ArchTest
    static final ArchRule a_use_case_is_final_and_does_one_thing = classes()
            .that(USE_CASES)
            .should(new ArchCondition<>("be final and have one public method") {
                @Override
                public void check(JavaClass useCase, ConditionEvents events) {
                    List<String> methods = useCase.getMethods().stream()
                            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                            .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                            .map(JavaMethod::getName)
                            .toList();
                    boolean one = useCase.getModifiers().contains(JavaModifier.FINAL) && methods.size() == 1;
                    events.add(new SimpleConditionEvent(useCase, one, useCase.getName() + " has " + methods));
                }
            });

    @ArchTest
    static final ArchRule nobody_prints = noClasses()
            .should()
            .accessFieldWhere(describe(
                    "a standard stream",
                    access -> access.getTarget().getOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err", "in")
                                    .contains(access.getTarget().getName())));

    @ArchTest
    static final ArchRule no_stack_trace_is_printed =
            noClasses().should().callMethodWhere(target(Throwable.class, Set.of("printStackTrace")));

    @ArchTest
    static final ArchRule an_exception_says_what_it_is = noClasses()
            .should()
            .callConstructorWhere(describe(
                    "a generic exception",
                    access -> Set.of(
                                            "java.lang.Exception",
                                            "java.lang.RuntimeException",
                                            "java.lang.Error",
                                            "java.lang.Throwable")
                                    .contains(access.getTargetOwner().getName())
                            && !access.getOriginOwner().isAssignableTo(Throwable.class)));

    @ArchTest
    static final ArchRule nothing_is_injected_by_reflection = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.inject..", "javax.inject..", "org.springframework..");

    @ArchTest
    static final ArchRule state_is_not_static =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    @ArchTest
    static final ArchRule every_package_says_how_it_treats_null = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                    events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
                }
            });

    private static DescribedPredicate<JavaAccess<?>> target(Class<?> owner, Set<String> names) {
        return describe(
                owner.getSimpleName() + "." + names,
                access -> access.getTargetOwner().isAssignableTo(owner)
                        && names.contains(access.getTarget().getName()));
    }
}
