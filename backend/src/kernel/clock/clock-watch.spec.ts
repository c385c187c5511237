import { describeDifference, describeJump } from './clock-watch';

describe('Clock watch', () => {
  const before = { wall: 1_000_000, steady: 5_000 };

  it('The watch reports that the clock was set back, and what to do.', () => {
    expect(describeJump(before, { wall: 410_000, steady: 15_000 })).toContain('was set back by 600 s');
    expect(describeJump(before, { wall: 410_000, steady: 15_000 })).toContain('Pause and resume it');
  });

  it('The watch reports that the clock was set ahead.', () => {
    expect(describeJump(before, { wall: 1_070_000, steady: 15_000 })).toContain('was set ahead by 60 s');
  });

  it('The watch does not report a jump of less than 2 seconds.', () => {
    expect(describeJump(before, { wall: 1_010_900, steady: 15_000 })).toBeNull();
  });

  it("The watch compares the server and database clocks, and allows for the query's duration.", () => {
    expect(describeDifference(40_000, 1_000, 1_100)).toContain('39 s behind');
    expect(describeDifference(1_000, 61_000, 61_100)).toContain('60 s ahead of');
    expect(describeDifference(5_000, 1_000, 9_000)).toBeNull();
  });
});
