import Testing
@Test func placeholderInterchange() {}
