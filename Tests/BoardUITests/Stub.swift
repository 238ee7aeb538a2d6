import Testing
@Test func placeholderBoardUI() {}
