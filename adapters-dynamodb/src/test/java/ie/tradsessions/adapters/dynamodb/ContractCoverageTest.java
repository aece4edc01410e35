package ie.tradsessions.adapters.dynamodb;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ie.tradsessions.application.ContractCoverage;

@AnalyzeClasses(packages = {"ie.tradsessions.application", "ie.tradsessions.adapters.dynamodb"})
class ContractCoverageTest {
    @ArchTest
    static final ArchRule every_port_has_a_contract_that_its_adapter_is_tested_with =
            ContractCoverage.ofEveryPort("Dynamo");
}
